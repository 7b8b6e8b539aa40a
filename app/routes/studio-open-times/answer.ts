import type { OpenTimesProblems, TypedException } from '~/domain/meeting/open-times.schema'
import type { DayException } from '~/domain/meeting/slots'
import type { TypedOpenTimes } from '~/domain/meeting/typed-open-times'

/** What the form is answered with when the page stays: all that was typed, and what is to be said. */
export interface Answer {
  typed: TypedOpenTimes
  /** The fields of a day to be added. */
  day: TypedException
  problems: OpenTimesProblems
  said:
    | null
    | { kind: 'failed' | 'changed' | 'lines' | 'unavailable' }
    | { kind: 'seat-in-use'; meetings: number; until: Date }
    | { kind: 'added'; exception: DayException; meetings: number }
    | { kind: 'removed'; exception: DayException }
    | { kind: 'gone' | 'too-many' | 'day-wrong' }
}

export const NO_DAY: TypedException = { choice: 'closed-day', day: '', from: '', to: '' }

export function answered(typed: TypedOpenTimes, day: TypedException): Answer {
  return { typed, day, problems: {}, said: null }
}
