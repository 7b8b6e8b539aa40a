import type { MeetingSide } from '../shared/enums'

/** Why a meeting doesn't take place, as a code that each reads in their own language. */
export const END_REASONS = [
  'time',
  'unable',
  'capacity',
  'goods',
  'price',
  'need-changed',
  'found-other',
  /** Nobody chooses it: the organisation was closed. */
  'left',
] as const
export type EndReason = (typeof END_REASONS)[number]

export type EndingAction = 'decline' | 'withdraw' | 'cancel' | 'decline-move'

export const REASON_LENGTH = 300

/** The reasons that a side is offered, the likeliest first. */
export function reasonsFor(action: EndingAction, side: MeetingSide): readonly EndReason[] {
  if (action === 'decline-move') return ['time', 'unable']
  if (side === 'host') {
    return action === 'decline' ? ['capacity', 'time', 'goods', 'price'] : ['unable', 'time', 'capacity']
  }
  return action === 'withdraw'
    ? ['need-changed', 'found-other', 'time']
    : ['unable', 'time', 'need-changed', 'found-other']
}

/** One text of a chosen code and of what was written beside it; null: nothing was said. */
export function joinReason(code: string | null, text: string): string | null {
  const said = text.replace(/\s+/g, ' ').trim()
  const known = END_REASONS.find((reason) => reason === code)
  if (!known) return said || null
  return said ? `${known}: ${said}` : known
}

/** The code and the text that `joinReason` has joined. */
export function splitReason(reason: string): { code: EndReason | null; text: string } {
  const code = END_REASONS.find((known) => reason === known || reason.startsWith(`${known}: `))
  return code ? { code, text: reason.slice(code.length + 2) } : { code: null, text: reason }
}
