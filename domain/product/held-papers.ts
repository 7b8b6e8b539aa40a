import type { Paper } from '../shared/shelf'
import type { HeldPaper } from './own-product'

/** The papers that are there and haven't run out on the day of `now`; what is applied for isn't held yet. */
export function heldPapers(papers: readonly Paper[], now: Date): HeldPaper[] {
  const today = now.toISOString().slice(0, 10)
  return papers
    .filter(({ state, expiresOn }) => state !== 'applied' && (expiresOn === null || expiresOn >= today))
    .map(({ kind, state }) => ({ kind, state }))
}
