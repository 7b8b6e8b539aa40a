import { INCOTERMS } from '~/domain/shared/enums'
import type { Reason } from '~/domain/shared/reason'
import type { Demand, Judgement, Offer } from '../offer'

/** In Indonesia: the nearer, the cheaper the freight. */
const SAME_REGENCY = 1
const SAME_PROVINCE = 0.8
const ELSEWHERE = 0.5

/** Abroad: everybody can begin, having done it counts most, quoting terms of export next. */
const CAN_BEGIN = 0.2
const HAS_EXPORTED = 0.5
const HAS_TERMS = 0.3

/** Under these the maker has the goods cleared for export; EXW leaves that to the buyer (Incoterms 2020). */
const EXPORT_TERMS: ReadonlySet<string> = new Set(INCOTERMS.filter((term) => term !== 'EXW'))

/** How near the maker is to an Indonesian destination, or how ready for another country. */
export function judgeDestination(demand: Demand, offer: Offer): Judgement {
  return demand.destinationCountry === 'ID' ? withinIndonesia(demand, offer) : abroad(offer)
}

function withinIndonesia(demand: Demand, offer: Offer): Judgement {
  const judged = (share: number, code: 'same-regency' | 'same-province' | 'ships-in-indonesia') => ({
    criterion: 'destination' as const,
    share,
    reasons: [{ criterion: 'destination' as const, tone: 'good' as const, code }],
  })
  const { destinationRegency: regency, destinationProvince: province } = demand
  // Nothing nearer is asked for, so nobody is far.
  if (regency === null && province === null) return judged(1, 'ships-in-indonesia')
  if (regency !== null && offer.regencyCode === regency) return judged(SAME_REGENCY, 'same-regency')
  if (province !== null && offer.provinceCode === province) return judged(SAME_PROVINCE, 'same-province')
  return judged(ELSEWHERE, 'ships-in-indonesia')
}

function abroad({ hasExported, incoterm }: Offer): Judgement {
  const reasons: Reason[] = []
  let share = CAN_BEGIN
  if (hasExported) {
    share += HAS_EXPORTED
    reasons.push({ criterion: 'destination', tone: 'good', code: 'has-exported' })
  }
  if (incoterm && EXPORT_TERMS.has(incoterm.code)) {
    share += HAS_TERMS
    reasons.push({
      criterion: 'destination',
      tone: 'good',
      code: 'export-terms',
      incoterm: incoterm.code,
      place: incoterm.place,
    })
  }
  if (hasExported === false) {
    reasons.push({ criterion: 'destination', tone: 'short', code: 'not-yet-exported' })
  } else if (hasExported === null) {
    reasons.push({ criterion: 'destination', tone: 'unknown', code: 'export-unknown' })
  }
  return { criterion: 'destination', share, reasons }
}
