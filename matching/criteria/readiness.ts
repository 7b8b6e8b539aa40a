import { askedSteps } from '~/domain/shared/readiness'
import type { Reason } from '~/domain/shared/reason'
import { type VoiceCount, voiceLean } from '~/domain/shared/sample-voices'
import type { Demand, Judgement, Offer } from '../offer'

/** Being in time and being ready count alike. */
const TIME_SHARE = 0.5
/** Days too late after which it makes no difference any more. */
const WORTHLESS_LATE = 30
const UNKNOWN_TIME = 0.3
/** From this share of the steps on the sentence speaks for the maker. */
const READY_FROM = 0.7

/** The most that buyers who tried its sample add or take away, of the criterion's share: at its weight of 7, 1.75 points. */
const VOICE_SHARE = 0.25

/**
 * What buyers who tried it said leans the share a little; nothing where nobody did. Who is ready in everything can't
 * be readier: there it decides only between equals (see rank-offers).
 */
function leaned(share: number, voices: VoiceCount | null): { share: number; reasons: Reason[] } {
  const lean = voices ? voiceLean(voices) : 0
  if (!voices || lean === 0) return { share, reasons: [] }
  const { tried, pleased, disappointed } = voices
  const reason: Reason =
    lean > 0
      ? { criterion: 'readiness', tone: 'good', code: 'tried-pleased', pleased, tried }
      : { criterion: 'readiness', tone: 'short', code: 'tried-disappointed', disappointed, tried }
  return { share: Math.min(1, Math.max(0, share + VOICE_SHARE * lean)), reasons: [reason] }
}

/** The lead time against the day of the first delivery, and what trade over a distance asks for, and a little what buyers who tried it said. */
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
  const said = leaned(TIME_SHARE * time.share + (1 - TIME_SHARE) * (done / of), offer.voices)
  return {
    criterion: 'readiness',
    share: said.share,
    reasons: [...time.reasons, steps, ...said.reasons],
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
