import type { Channel, SendFailure } from '../shared/message-enums'

/** Tries by one channel before it is given up there. */
export const MAX_TRIES = 8
/** While a token, a template or a number is wrong, so long nothing is tried with it. */
export const SETUP_PAUSE_MS = 5 * 60_000

const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 2 * 3_600_000

export interface FailedMessage {
  /** Of the channel that it has now, with the one that failed. */
  attempts: number
  isAddressFixed: boolean
  fellBackFrom: Channel | null
  expiresAt: Date | null
}

export type AfterFailure =
  /** `isCounted`: false gives the try back: it was nobody's fault but the configuration's, and the channel pauses. */
  | { kind: 'again'; notBefore: Date; isCounted: boolean }
  | { kind: 'other-channel' }
  | { kind: 'unknown' }
  | { kind: 'dead' }

/** How long before the next try: four times longer each time, spread by `random` (0 to 1). */
export function retryDelay(attempts: number, random: number): number {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 4 ** Math.max(0, attempts - 1))
  return Math.round(wait * (0.75 + random * 0.5))
}

/**
 * What becomes of a message that a service didn't take.
 * @param failed.isOfOneTemplate a setup failure that isn't about the whole channel.
 * @param failed.isToldLater the service had taken it: that pauses no channel, so its tries are counted.
 */
export function afterFailure(
  message: FailedMessage,
  {
    failure,
    isOfOneTemplate,
    isToldLater,
  }: { failure: SendFailure; isOfOneTemplate: boolean; isToldLater: boolean },
  { now, random }: { now: Date; random: number },
): AfterFailure {
  const elsewhere: AfterFailure =
    message.isAddressFixed || message.fellBackFrom !== null ? { kind: 'dead' } : { kind: 'other-channel' }
  const again = (waitMs: number, isCounted = true): AfterFailure => {
    const notBefore = new Date(now.getTime() + waitMs)
    if (message.expiresAt && notBefore >= message.expiresAt) return elsewhere
    return { kind: 'again', notBefore, isCounted }
  }
  switch (failure) {
    case 'no-answer':
      return { kind: 'unknown' }
    case 'undeliverable':
    case 'refused':
      return elsewhere
    case 'setup':
      if (!isOfOneTemplate && !isToldLater) return again(SETUP_PAUSE_MS, false)
      return message.attempts < MAX_TRIES ? again(SETUP_PAUSE_MS) : elsewhere
    case 'window-closed':
      return message.attempts < MAX_TRIES ? again(0) : elsewhere
    case 'rate':
    case 'unavailable':
      return message.attempts < MAX_TRIES ? again(retryDelay(message.attempts, random)) : elsewhere
  }
}
