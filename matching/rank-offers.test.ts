import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { CRITERIA, READINESS_STEPS } from '~/domain/shared/reason'
import { anyDemand, anyOffer, anyOffers, demandFor, offerFor } from '~/test/matching/offers'
import { exclusionOf } from './hard-rules'
import { judgeOffer, pointsOf } from './judge-offer'
import type { Demand, Offer } from './offer'
import { rankOffers } from './rank-offers'
import { WEIGHTS } from './weights'

/** Its place from 0; infinitely far when it is kept out. */
function placeOf(offer: Offer, demand: Demand, others: readonly Offer[]): number {
  const { ranked } = rankOffers(demand, [...others, offer])
  const place = ranked.findIndex((row) => row.offer.organisationId === offer.organisationId)
  return place < 0 ? Number.POSITIVE_INFINITY : place
}

/** One thing made better; null: there is nothing left to better in it. */
const BETTERMENTS: Record<string, (offer: Offer, demand: Demand, by: number) => Offer | null> = {
  'more capacity': (offer, _, by) =>
    offer.monthlyCapacity === null ? null : { ...offer, monthlyCapacity: offer.monthlyCapacity + by },
  'less promised': (offer, _, by) => ({
    ...offer,
    promisedCapacity: Math.max(0, offer.promisedCapacity - by),
  }),
  'a smaller minimum': (offer, _, by) =>
    offer.minimumOrder === null ? null : { ...offer, minimumOrder: Math.max(1, offer.minimumOrder - by) },
  'a lower price': (offer, _, by) => ({
    ...offer,
    tiers: offer.tiers.map((tier) => ({
      ...tier,
      unitPriceMinor: Math.max(1, Math.round(tier.unitPriceMinor / (1 + by / 1000))),
    })),
  }),
  'one tier cheaper': (offer, _, by) => ({
    ...offer,
    tiers: offer.tiers.map((tier, at) =>
      at === by % 4 ? { ...tier, unitPriceMinor: Math.ceil(tier.unitPriceMinor * 0.8) } : tier,
    ),
  }),
  'a paper verified': (offer, _, by) => {
    const paper = [...offer.declaredPapers][by % Math.max(1, offer.declaredPapers.size)]
    return paper ? { ...offer, verifiedPapers: new Set([...offer.verifiedPapers, paper]) } : null
  },
  'a paper more': (offer) => ({
    ...offer,
    declaredPapers: new Set([...offer.declaredPapers, 'nib', 'halal']),
  }),
  'the same province': (offer, { destinationRegency, destinationProvince }) =>
    offer.regencyCode === destinationRegency ? null : { ...offer, provinceCode: destinationProvince },
  'the same regency': (offer, { destinationRegency, destinationProvince }) => ({
    ...offer,
    regencyCode: destinationRegency,
    provinceCode: destinationProvince,
  }),
  'an export done': (offer) => ({ ...offer, hasExported: true }),
  'terms of export': (offer) => ({ ...offer, incoterm: { code: 'FOB', place: 'Patimban, Subang' } }),
  'a language more': (offer, _, by) => {
    const language = (['id', 'en', 'ar'] as const)[by % 3]
    return language ? { ...offer, languages: [...(offer.languages ?? []), language] } : null
  },
  'a shorter lead time': (offer, _, by) =>
    offer.leadTimeDays === null ? null : { ...offer, leadTimeDays: Math.max(0, offer.leadTimeDays - by) },
  'a step of readiness': (offer, _, by) => {
    const step = READINESS_STEPS[by % READINESS_STEPS.length]
    return step ? { ...offer, readiness: new Set([...offer.readiness, step]) } : null
  },
  'a buyer who was pleased': (offer) => {
    const { tried, pleased, disappointed } = offer.voices ?? { tried: 0, pleased: 0, disappointed: 0 }
    return { ...offer, voices: { tried: tried + 1, pleased: pleased + 1, disappointed } }
  },
  'a buyer less who was disappointed': (offer) =>
    offer.voices && offer.voices.disappointed > 0
      ? { ...offer, voices: { ...offer.voices, disappointed: offer.voices.disappointed - 1 } }
      : null,
  'a word in its name': (offer, { words }, by) => {
    const word = words[by % Math.max(1, words.length)]
    return word ? { ...offer, nameWords: new Set([...offer.nameWords, word]) } : null
  },
  'a word in its description': (offer, { words }, by) => {
    const word = words[by % Math.max(1, words.length)]
    return word ? { ...offer, descriptionWords: new Set([...offer.descriptionWords, word]) } : null
  },
}

describe('a better offer never ranks lower', () => {
  const step = fc.integer({ min: 1, max: 4_000 })
  it.each(Object.entries(BETTERMENTS))('with %s', (_, better) => {
    let ranked = 0
    fc.assert(
      fc.property(anyDemand, anyOffer, anyOffers, step, (demand, offer, others, by) => {
        const improved = better(offer, demand, by)
        if (!improved) return
        expect(pointsOf(judgeOffer(demand, improved))).toBeGreaterThanOrEqual(
          pointsOf(judgeOffer(demand, offer)),
        )
        const rest = others.filter(({ id }) => id !== offer.id)
        const before = placeOf(offer, demand, rest)
        expect(placeOf(improved, demand, rest)).toBeLessThanOrEqual(before)
        if (before < rest.length) ranked += 1
      }),
      { numRuns: 200 },
    )
    // Who is never ranked can't rank lower: the property has to have looked at some who are.
    expect(ranked).toBeGreaterThan(10)
  })
})

test('of two that are equal, the one that pleased its buyers comes first, whatever the ids', () => {
  const [a, b] = [
    offerFor({ id: 'offer-1', organisationId: 'pesantren-1' }),
    offerFor({ id: 'offer-2', organisationId: 'pesantren-2' }),
  ]
  const ids = (offers: Offer[]) => rankOffers(demandFor(), offers).ranked.map(({ offer }) => offer.id)
  expect(ids([a, b])).toEqual(['offer-1', 'offer-2'])
  expect(ids([a, { ...b, voices: { tried: 1, pleased: 1, disappointed: 0 } }])).toEqual([
    'offer-2',
    'offer-1',
  ])
})

test('the order of the input makes no difference, and twice gives the same', () => {
  fc.assert(
    fc.property(
      anyDemand,
      anyOffers.chain((offers) =>
        fc.tuple(
          fc.constant(offers),
          fc.shuffledSubarray(offers, { minLength: offers.length, maxLength: offers.length }),
        ),
      ),
      (demand, [offers, shuffled]) => {
        expect(rankOffers(demand, shuffled)).toEqual(rankOffers(demand, offers))
      },
    ),
  )
})

test('points are within 0 and 100, and the sum of the criteria', () => {
  fc.assert(
    fc.property(anyDemand, anyOffers, (demand, offers) => {
      for (const { points, judgements } of rankOffers(demand, offers).ranked) {
        expect(points).toBeGreaterThanOrEqual(0)
        expect(points).toBeLessThanOrEqual(100)
        for (const { share } of judgements) {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(1)
        }
        const sum = judgements.reduce((all, { criterion, share }) => all + WEIGHTS[criterion] * share, 0)
        expect(points).toBeCloseTo(sum, 9)
      }
    }),
  )
})

test('best first, each organisation once, and never what a hard rule keeps out', () => {
  fc.assert(
    fc.property(anyDemand, anyOffers, (demand, offers) => {
      const { ranked, excluded } = rankOffers(demand, offers)
      for (const [at, row] of ranked.entries()) {
        expect(exclusionOf(demand, row.offer)).toBeNull()
        expect(row.points).toBeLessThanOrEqual(ranked[at - 1]?.points ?? 100)
      }
      for (const { offer, because } of excluded) {
        expect(exclusionOf(demand, offer)?.because).toBe(because)
      }
      const told = [...ranked, ...excluded].map(({ offer }) => offer.organisationId)
      expect(told.toSorted()).toEqual([...new Set(offers.map((offer) => offer.organisationId))].toSorted())
    }),
  )
})

test('the weights make a hundred', () => {
  expect(Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBe(100)
})

test('each criterion judges an offer, once', () => {
  const judged = judgeOffer(demandFor(), offerFor()).map(({ criterion }) => criterion)
  expect(judged.toSorted()).toEqual([...CRITERIA].sort())
})

test('an offer that answers everything has all points', () => {
  expect(rankOffers(demandFor(), [offerFor()]).ranked[0]?.points).toBeCloseTo(100, 9)
})

test('of equal offers the smaller id comes first', () => {
  const twin = (number: number) => offerFor({ id: `offer-${number}`, organisationId: `pesantren-${number}` })
  const { ranked } = rankOffers(demandFor(), [twin(2), twin(3), twin(1)])
  expect(ranked.map(({ offer }) => offer.id)).toEqual(['offer-1', 'offer-2', 'offer-3'])
})

test('a pesantren is ranked with its best product, and not left out for another one', () => {
  const taken = offerFor({ id: 'taken', monthlyCapacity: 100, promisedCapacity: 100 })
  const dear = offerFor({ id: 'dear', tiers: [{ minimumQuantity: 1, unitPriceMinor: 16_000_000 }] })
  const best = offerFor({ id: 'best' })
  const { ranked, excluded } = rankOffers(demandFor(), [taken, dear, best])
  expect(ranked.map(({ offer }) => offer.id)).toEqual(['best'])
  expect(excluded).toEqual([])
})
