import type { SendFailure } from '~/domain/shared/message-enums'

/** After so many failures in a row the service is left alone for a while. */
const STRIKES = 3
const FIRST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 60_000
/** Who may go by another way waits so long for a service that fails. */
const LONG_MS = 10 * 60_000

/**
 * How many messages may go by one channel now: a bucket that fills at the configured rate, so many calls at the
 * same time, and pauses while the service says that it has enough or fails all of them. After a pause one
 * message goes alone to see.
 */
export class ChannelPace {
  readonly #perMs: number
  readonly #size: number
  readonly #concurrency: number
  #tokens: number
  #filledAt: number
  #underWay = 0
  #strikes = 0
  #pausedUntil = 0
  /** Since when it has failed all; null: it hasn't. */
  #failingSince: number | null = null

  constructor({ perSecond, concurrency }: { perSecond: number; concurrency: number }, now: number) {
    this.#perMs = perSecond / 1000
    // Half a second's worth at once: the sender looks more often than that.
    this.#size = 1 + perSecond / 2
    this.#concurrency = concurrency
    this.#tokens = 1
    this.#filledAt = now
  }

  /** How many may begin now. */
  room(now: number): number {
    if (now < this.#pausedUntil) return 0
    this.#tokens = Math.min(this.#size, this.#tokens + Math.max(0, now - this.#filledAt) * this.#perMs)
    this.#filledAt = now
    const most = this.#strikes >= STRIKES ? 1 : this.#concurrency
    return Math.max(0, Math.min(Math.floor(this.#tokens), most - this.#underWay))
  }

  /** Until when it pauses, if it has been failing for long; else null. */
  downUntil(now: number): number | null {
    const isLong = this.#failingSince !== null && now - this.#failingSince >= LONG_MS
    return isLong && now < this.#pausedUntil ? this.#pausedUntil : null
  }

  began(): void {
    this.#tokens -= 1
    this.#underWay += 1
  }

  succeeded(): void {
    this.#underWay -= 1
    this.#strikes = 0
    this.#failingSince = null
  }

  /** @param isOfOneReceiver a limit of one receiver, which says nothing of the others. */
  failed(failure: SendFailure, isOfOneReceiver: boolean, now: number): void {
    this.#underWay -= 1
    if (failure === 'rate' && !isOfOneReceiver) this.#strikes = Math.max(STRIKES, this.#strikes + 1)
    else if (failure === 'unavailable' || failure === 'no-answer') this.#strikes += 1
    else {
      // It answered: about this message.
      this.#strikes = 0
      this.#failingSince = null
      return
    }
    this.#failingSince ??= now
    if (this.#strikes < STRIKES) return
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (this.#strikes - STRIKES))
    this.#pausedUntil = Math.max(this.#pausedUntil, now + pause)
  }
}
