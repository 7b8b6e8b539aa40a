import type { PageWords } from '~/app/i18n/page-words.server'
import type { ProblemField, ProductProblemCode } from '~/domain/product/product-problems'
import type { PublishingGap } from '~/domain/product/publishing'
import type { ProductAnswer } from './form-state'

/** Where a gap is told, and which field its link in the summary leads to. */
const GAP_PLACES: Record<PublishingGap, FaultPlace> = {
  'indonesian-name': 'name.id',
  price: 'tiers',
  'minimum-order': 'minimumOrder',
  'minimum-not-multiple': 'orderRule',
  'price-above-minimum': 'tiers',
  'price-rises': 'tiers',
  'price-unreachable': 'tiers',
  'not-verified': 'name.id',
}

/** A field, or what several fields have wrong together. */
export type FaultPlace = ProblemField | 'tiers' | 'orderRule'
export type Faults = Partial<Record<FaultPlace, string>>

/** The sentence of each place where something is wrong, in the order in which the form has them told. */
export function faultsOf(answer: ProductAnswer | null, words: PageWords['studioProducts']): Faults {
  const faults: Faults = {}
  if (!answer) return faults
  for (const [field, code] of Object.entries(answer.problems) as [ProblemField, ProductProblemCode][]) {
    faults[field] = words.problems[code]
  }
  for (const gap of answer.gaps) faults[GAP_PLACES[gap]] ??= words.gaps[gap]
  return faults
}

/** The id of the field that a place's link leads to. */
export function faultTarget(place: FaultPlace): string {
  if (place === 'tiers') return fieldId('tierFrom.0')
  return fieldId(place === 'orderRule' ? 'minimumOrder' : place)
}

export const fieldId = (field: ProblemField) => `field-${field}`
