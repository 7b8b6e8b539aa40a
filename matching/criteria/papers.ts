import type { BusinessField, Certification } from '~/domain/shared/enums'
import type { Reason } from '~/domain/shared/reason'
import type { Demand, Judgement, Offer } from '../offer'
import { lackingPapers, paperOf, standingOf } from '../papers'

/** What a paper counts: the organiser's word more than the pesantren's. */
const WORTH = { verified: 1, declared: 0.6, none: 0 } as const

const FOOD: ReadonlySet<BusinessField> = new Set([
  'makanan-olahan-nabati',
  'makanan-olahan-hewani',
  'minuman',
])
/**
 * Papers that trade asks for whether the need says so or not: processed food needs halal and P-IRT or
 * BPOM to be sold at all (Law 33/2014 and 18/2012), and every company a business number (NIB).
 */
const COMMON_FOR_FOOD: readonly Certification[] = ['halal', 'pirt-bpom', 'nib']
const COMMON: readonly Certification[] = ['nib']

/**
 * The mean worth of the papers that the need requires and those common in its field. What is missing is named
 * of both: an offer that lacks a required one is seldom ranked at all. A booth that states none of them and
 * has to have none hasn't said that it lacks them.
 */
export function judgePapers(demand: Demand, offer: Offer): Judgement {
  const common = FOOD.has(demand.field) ? COMMON_FOR_FOOD : COMMON
  const asked = [...new Set([...demand.requiredPapers.map(paperOf), ...common])]
  const worth = asked.reduce((sum, paper) => sum + WORTH[standingOf(paper, offer)], 0)
  const held = (standing: 'verified' | 'declared') =>
    asked.filter((paper) => standingOf(paper, offer) === standing)
  const [verified, declared] = [held('verified'), held('declared')]
  const lacking = lackingPapers(demand.requiredPapers, offer)
  const isSilent = lacking.length === 0 && verified.length + declared.length === 0
  const named = new Set(lacking.map(paperOf))
  const missing = isSilent
    ? []
    : [...lacking, ...common.filter((p) => !named.has(p) && standingOf(p, offer) === 'none')]
  const reasons: Reason[] = []
  if (verified.length > 0) {
    reasons.push({ criterion: 'papers', tone: 'good', code: 'papers-verified', papers: verified })
  }
  if (declared.length > 0) {
    reasons.push({ criterion: 'papers', tone: 'good', code: 'papers-declared', papers: declared })
  }
  if (missing.length > 0) {
    reasons.push({ criterion: 'papers', tone: 'short', code: 'papers-missing', papers: missing })
  }
  if (reasons.length === 0) reasons.push({ criterion: 'papers', tone: 'unknown', code: 'papers-none-stated' })
  return { criterion: 'papers', share: worth / asked.length, reasons }
}
