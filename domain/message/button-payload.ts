import { isId } from '../shared/ids'

/** What came of a meeting that a tap can say; an order or a memorandum has a value and is told on the page. */
export const TAPPED_OUTCOMES = ['interested', 'nothing', 'not-held'] as const
export type TappedOutcome = (typeof TAPPED_OUTCOMES)[number]

/** Answers to one version of a meeting: a tap on an older message does nothing to a newer agreement. */
export const MEETING_ANSWERS = ['accept', 'decline', 'accept-move', 'keep'] as const
export type MeetingAnswer = (typeof MEETING_ANSWERS)[number]

/**
 * What a button under a message says when it is tapped. 'accept' and 'decline' answer a request,
 * 'accept-move' and 'keep' the proposal of another time.
 */
export type ButtonPayload =
  | { kind: MeetingAnswer; meetingId: string; version: number }
  | { kind: 'outcome'; outcome: TappedOutcome; meetingId: string }

/** 'accept:<meetingId>:<version>', 'outcome:<kind>:<meetingId>'. Fits WhatsApp's 128 characters. */
export function encodeButton(payload: ButtonPayload): string {
  return payload.kind === 'outcome'
    ? `outcome:${payload.outcome}:${payload.meetingId}`
    : `${payload.kind}:${payload.meetingId}:${payload.version}`
}

/** The same read back; null for anything else. It proves nothing about who tapped. */
export function parseButton(text: string): ButtonPayload | null {
  const [kind, first = '', second = '', ...rest] = text.split(':')
  if (rest.length > 0) return null
  if (kind === 'outcome') {
    const outcome = TAPPED_OUTCOMES.find((known) => known === first)
    return outcome && isId(second) ? { kind, outcome, meetingId: second } : null
  }
  const answer = MEETING_ANSWERS.find((known) => known === kind)
  const version = /^[1-9]\d{0,8}$/.test(second) ? Number(second) : null
  return answer && isId(first) && version !== null ? { kind: answer, meetingId: first, version } : null
}
