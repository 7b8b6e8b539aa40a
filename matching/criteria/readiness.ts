import { askedSteps } from '~/domain/shared/readiness'
import type { Reason } from '~/domain/shared/reason'
import type { Demand, Judgement, Offer } from '../offer'

/** Being in time and being ready count alike. */
const TIME_SHARE = 0.5
/** Days too late after which it makes no difference any more. */
const WORTHLESS_LATE = 30
const UNKNOWN_TIME = 0.3
/** From this share of the steps on the sentence speaks for the maker. */
const READY_FROM = 0.7

/** The lead time against the day of the first delivery, and what trade over a distance asks for. */
export function judgeReadiness(demand: Demand, offer: Offer): Judgement {
  const time = judgeTime(demand.daysUntilNeeded, offer.leadTimeDays)
  const asked = askedSteps(offer)
  const missing = asked.filter((step) => !offer.readiness.has(step))
  const of = asked.length
  const done = of - missing.length
  const steps: Reason =
    done / of >= READY_FROM
      ? { criterion: 'readiness', tone: 'good', code: 'ready', done, of }
      : { criterion: 'readiness', tone: 'short', code: 'not-ready', done, of, missing }
  return {
    criterion: 'readiness',
    share: TIME_SHARE * time.share + (1 - TIME_SHARE) * (done / of),
    reasons: [...time.reasons, steps],
  }
}

function judgeTime(
  daysLeft: number | null,
  leadTimeDays: number | null,
): { share: number; reasons: Reason[] } {
  if (daysLeft === null) return { share: 1, reasons: [] }
  if (leadTimeDays === null) {
    const reason: Reason = { criterion: 'readiness', tone: 'unknown', code: 'lead-time-unknown', daysLeft }
    return { share: UNKNOWN_TIME, reasons: [reason] }
  }
  const late = leadTimeDays - daysLeft
  if (late <= 0) {
    return {
      share: 1,
      reasons: [{ criterion: 'readiness', tone: 'good', code: 'in-time', leadTimeDays, daysLeft }],
    }
  }
  return {
    share: Math.max(0, 1 - late / WORTHLESS_LATE),
    reasons: [{ criterion: 'readiness', tone: 'short', code: 'too-late', leadTimeDays, daysLeft }],
  }
}
