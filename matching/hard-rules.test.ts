import { describe, expect, it } from 'vitest'
import { demandFor, offerFor } from '~/test/matching/offers'
import { exclusionOf } from './hard-rules'
import type { Demand, Offer } from './offer'

const rule = (demand: Partial<Demand>, offer: Partial<Offer>) =>
  exclusionOf(demandFor(demand), offerFor(offer))

describe('what keeps an offer out', () => {
  it('nothing of a fitting one', () => {
    expect(rule({ requiredPapers: ['halal-verified', 'nib'] }, {})).toBeNull()
  })
  it('neither the field nor a word of the need', () => {
    const words = { nameWords: new Set(['sarung']), descriptionWords: new Set<string>() }
    expect(rule({}, { field: 'konfeksi-fashion', ...words })).toEqual({ because: 'other-goods' })
    expect(rule({}, words)).toBeNull()
    expect(rule({}, { field: 'konfeksi-fashion' })).toBeNull()
  })
  it('a unit that cannot be compared', () => {
    expect(rule({}, { unit: 'jar' })).toEqual({ because: 'other-unit' })
    expect(rule({}, { unit: 'pack', netContent: { amount: 500, unit: 'ml' } })).toEqual({
      because: 'other-unit',
    })
    expect(rule({}, { unit: 'pack', netContent: { amount: 500, unit: 'g' } })).toBeNull()
  })
  it('a capacity that is promised to the last unit', () => {
    expect(rule({}, { monthlyCapacity: 400, promisedCapacity: 400 })).toEqual({ because: 'capacity-taken' })
    expect(rule({}, { monthlyCapacity: 400, promisedCapacity: 399 })).toBeNull()
    expect(rule({}, { monthlyCapacity: null, promisedCapacity: 0 })).toBeNull()
  })
  it('a required paper that is missing, or declared where verified is asked for', () => {
    const declared = { verifiedPapers: new Set([]), declaredPapers: new Set(['halal'] as const) }
    expect(rule({ requiredPapers: ['halal'] }, declared)).toBeNull()
    expect(rule({ requiredPapers: ['halal-verified', 'sni'] }, declared)).toEqual({
      because: 'paper-missing',
      papers: ['halal-verified', 'sni'],
    })
  })
})
