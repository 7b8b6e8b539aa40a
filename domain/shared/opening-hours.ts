/** Days as ISO 8601 counts them: 1 is Monday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** From and to, 'HH:MM' of the pesantren's own clock. */
export interface OpenSpan {
  from: string
  to: string
}

/** When a pesantren can be reached: for each day none, one or two spans. A day that isn't named is closed. */
export type OpeningHours = Partial<Record<Weekday, OpenSpan[]>>

/** Days in a row that are open alike, as a page tells them: 'Monday to Thursday 08:00–16:00'. */
export interface OpenDays {
  from: Weekday
  to: Weekday
  spans: readonly OpenSpan[]
}

/** A week in the fewest rows, from Monday; closed days are left out. */
export function openDays(hours: OpeningHours): OpenDays[] {
  const rows: OpenDays[] = []
  for (const day of WEEKDAYS) {
    const spans = hours[day] ?? []
    if (spans.length === 0) continue
    const last = rows.at(-1)
    if (last && last.to === day - 1 && JSON.stringify(last.spans) === JSON.stringify(spans)) last.to = day
    else rows.push({ from: day, to: day, spans })
  }
  return rows
}
