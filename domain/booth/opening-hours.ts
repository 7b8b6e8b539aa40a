/** Days as ISO 8601 counts them: 1 is Monday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** From and to, 'HH:MM' of the pesantren's own clock. */
export interface OpenSpan {
  from: string
  to: string
}

/** When a pesantren can be reached: for each day none, one or two spans. A day that isn't named is closed. */
export type OpeningHours = Partial<Record<Weekday, OpenSpan[]>>
