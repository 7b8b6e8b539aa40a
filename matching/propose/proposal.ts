import type { TimeReason } from '~/domain/shared/time-reason'

/** Half-open, in milliseconds since 1970. */
export interface Span {
  from: number
  until: number
}

/** A time that is free for a host and for the reader. */
export interface FreeSpan extends Span {
  /** Number of the calendar day that it falls on; only differences and equality mean anything. */
  day: number
}

export interface ProposalInput {
  /** Whom to propose times with, the most wanted first, each with its free times in their order. */
  hosts: readonly { id: string; free: readonly FreeSpan[] }[]
  /** What the reader has on those days: booked, or asked for. */
  taken: readonly FreeSpan[]
  /** Times a host at most. */
  most: number
  /** Of these on one day at most. */
  mostOfDay: number
}

/** A proposed time with its reason. */
export interface ProposedTime extends Span {
  reason: TimeReason
}

/** Its first one is the proposal proper, which keeps clear of all other hosts' first ones. */
export interface HostProposal {
  id: string
  times: ProposedTime[]
}

export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.until && b.from < a.until
}
