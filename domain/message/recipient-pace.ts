import { RESERVED_SHARE } from '../shared/reserved-share'

/** WhatsApp takes about one message in six seconds to one receiver. */
export const PER_RECIPIENT_MS = 6_000

const DAY_MS = 24 * 3_600_000
/** Who waits for the day's window looks again after this at the soonest: thousands may wait. */
const LOOK_AGAIN_MS = 10 * 60_000

export interface PacedMessage {
  /** A code: somebody waits for it now. */
  isUrgent: boolean
  /** May use the part of the day's people that is kept. */
  isReserved: boolean
  /** The receiver wrote to us within 24 hours: it counts against no day. */
  isWindowOpen: boolean
}

/**
 * To whom WhatsApp messages went in the last 24 hours, and when the next may go: at most one in six seconds to
 * one receiver (codes pass), and to at most so many different people a day as WhatsApp lets our number write
 * to first. The others wait until the window frees: thousands of invitations go out in stages.
 */
export class RecipientPace {
  /** Keys of addresses with the last time, the oldest first. */
  readonly #last = new Map<string, number>()
  readonly #dailyPeople: number

  constructor({ dailyPeople }: { dailyPeople: number }) {
    this.#dailyPeople = dailyPeople
  }

  /** Different people in the 24 hours before `now`. */
  people(now: number): number {
    for (const [key, at] of this.#last) {
      if (at > now - DAY_MS) break
      this.#last.delete(key)
    }
    return this.#last.size
  }

  /** When a message to `key` may go: `now` or earlier, if at once. */
  when(key: string, message: PacedMessage, now: number): number {
    const people = this.people(now)
    const last = this.#last.get(key)
    if (last !== undefined) return message.isUrgent ? now : Math.max(now, last + PER_RECIPIENT_MS)
    if (message.isWindowOpen) return now
    const regular = Math.floor(this.#dailyPeople * (1 - RESERVED_SHARE))
    if (people < (message.isReserved ? this.#dailyPeople : Math.max(1, regular))) return now
    const [oldest = now] = this.#last.values()
    const frees = oldest + DAY_MS
    return message.isReserved ? frees : Math.max(frees, now + LOOK_AGAIN_MS)
  }

  /** A message goes to `key` now. Times never go back. */
  mark(key: string, now: number): void {
    this.#last.delete(key)
    this.#last.set(key, now)
  }
}
