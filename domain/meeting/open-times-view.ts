import type { DayException, Slot } from './slots'
import type { OpenTimesFields } from './typed-open-times'

export interface SavedException extends DayException {
  id: string
}

/** A pesantren's open times as its own people see them. */
export interface OpenTimesView {
  /** Its owner and editors; its other members only read. */
  mayEdit: boolean
  /** 0: nothing was ever saved. */
  version: number
  timeZone: string
  /** What is saved, or what a new form begins with. */
  fields: OpenTimesFields
  /** Since when, and by whom, its times can be booked at once; null: it hasn't agreed. */
  instant: { since: Date; by: string | null } | null
  /** From today on, in order. */
  exceptions: SavedException[]
  /** Public holidays within the horizon on which weekly times are left out: ISO dates. */
  holidays: string[]
  /** What buyers see: seven days of its zone from the first that can be booked, also those without a time. */
  preview: { day: string; slots: Slot[] }[]
  /** How many of these times meetings hold already. */
  takenInPreview: number
  /** Agreed meetings ahead that lie outside the open times; they stay. */
  outside: number
}
