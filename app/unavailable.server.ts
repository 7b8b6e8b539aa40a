/** For `.catch` of what `run` does: a lost database as an outcome, where a page keeps what was typed. */
export function whenUnavailable(refusal: unknown): { kind: 'unavailable' } {
  if (refusal instanceof Response && refusal.status === 503) return { kind: 'unavailable' }
  throw refusal
}
