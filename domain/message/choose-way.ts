import type { Channel } from '../shared/message-enums'

/** A channel that nothing goes by for now. */
export interface Closed {
  until: Date
  /** 'setup': it is set up wrongly. 'unavailable': its service has been failing for long. */
  why: 'setup' | 'unavailable'
}

/** A way to a message's receiver, and how it stands with it. */
export interface Way {
  channel: Channel
  address: string
  closed: Closed | null
  /** When the service's pace lets the message go; now or earlier: at once. */
  paceAt: Date
}

export interface DueMessage {
  expiresAt: Date | null
  /** Why its last attempt failed. */
  failure: string | null
}

export type ChosenWay =
  | { kind: 'now'; way: Way }
  | { kind: 'later'; way: Way; at: Date }
  /** It could only go when it is of no use any more. */
  | { kind: 'dead'; failure: Closed['why'] | 'too-late' }

/**
 * By which of a receiver's ways a due message goes, and when. It is the first one, unless that is set up
 * wrongly, or would use up more than half of the time that the message has left: then the other one, where that
 * is better.
 * @param ways the one that the receiver prefers, and the other if there is one that the message may fall back to.
 */
export function chooseWay(
  message: DueMessage,
  [first, other]: readonly [Way, Way | null],
  now: Date,
): ChosenWay {
  const way = other && isBetterElsewhere(message, first, other, now) ? other : first
  const at = opens(way)
  if (at <= now) return { kind: 'now', way }
  if (message.expiresAt === null || at < message.expiresAt) return { kind: 'later', way, at }
  return { kind: 'dead', failure: way.closed && way.closed.until >= at ? way.closed.why : 'too-late' }
}

/** When a message can go by a way. */
function opens({ closed, paceAt }: Way): Date {
  return closed && closed.until > paceAt ? closed.until : paceAt
}

function isBetterElsewhere({ expiresAt, failure }: DueMessage, first: Way, other: Way, now: Date): boolean {
  const [at, otherAt] = [opens(first), opens(other)]
  if (expiresAt && at >= expiresAt && otherAt < expiresAt) return true
  // Nobody knows when that is mended; and where a message's own try has failed so, the next would, too.
  if (first.closed?.why === 'setup' || failure === 'setup')
    return other.closed === null && (otherAt <= now || otherAt < at)
  if (otherAt >= at || !expiresAt) return false
  if (first.closed?.why === 'unavailable') return true
  return at.getTime() - now.getTime() > (expiresAt.getTime() - now.getTime()) / 2
}
