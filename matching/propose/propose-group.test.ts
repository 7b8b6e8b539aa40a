import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDemand, anyOffers, demandFor, offerFor } from '~/test/matching/offers'
import { rankOffers } from '../rank-offers'
import { type Place, proposeGroup } from './propose-group'

const GARUT: Place = { latitude: -7.2, longitude: 107.89 }
const INDRAMAYU: Place = { latitude: -6.33, longitude: 108.32 }
const maker = (id: string, free: number, change: Parameters<typeof offerFor>[0] = {}) =>
  offerFor({
    id,
    organisationId: `of-${id}`,
    monthlyCapacity: free,
    promisedCapacity: 0,
    regencyCode: 'garut',
    ...change,
  })
const placeOf = ({ regencyCode }: { regencyCode: string | null }) =>
  regencyCode === 'garut' ? GARUT : regencyCode === 'indramayu' ? INDRAMAYU : null
const group = (offers: ReturnType<typeof maker>[], demand = demandFor()) =>
  proposeGroup(demand, rankOffers(demand, offers).ranked, placeOf)?.map(({ offer, free, takes }) => [
    offer.id,
    free,
    takes,
  ])

describe('proposeGroup', () => {
  it('is of those near each other who have enough together, the largest giving first', () => {
    const far = maker('far', 290, { regencyCode: 'indramayu' })
    expect(group([maker('a', 120), far, maker('b', 200)])).toEqual([
      ['b', 200, 200],
      ['a', 120, 100],
    ])
  })

  it('leaves nobody with less than it sells at once', () => {
    expect(group([maker('a', 60, { minimumOrder: 50 }), maker('b', 290)])).toEqual([
      ['b', 290, 250],
      ['a', 60, 50],
    ])
  })

  it('is none where one has enough, where all together have not, or where nobody says where it is', () => {
    expect(group([maker('a', 200), maker('b', 200), maker('c', 300)])).toBeUndefined()
    expect(group([maker('a', 100), maker('b', 100)])).toBeUndefined()
    expect(group([maker('a', 200, { regencyCode: null }), maker('b', 200)])).toBeUndefined()
    expect(group([])).toBeUndefined()
  })

  it('is of the same product only', () => {
    const other = maker('other', 900, { nameWords: new Set(['teh']), descriptionWords: new Set() })
    expect(group([maker('a', 200), other])).toBeUndefined()
    // Nor does plenty of another product fill the need.
    expect(group([maker('a', 200), maker('b', 120), other])).toEqual([
      ['a', 200, 200],
      ['b', 120, 100],
    ])
  })

  it('fills the need exactly, each with no more than it has', () => {
    fc.assert(
      fc.property(anyDemand, anyOffers, (demand, offers) => {
        const { ranked } = rankOffers(demand, offers)
        const found = proposeGroup(demand, ranked, () => GARUT)
        if (!found) return
        expect(found.length).toBeGreaterThan(1)
        expect(new Set(found.map(({ offer }) => offer.organisationId)).size).toBe(found.length)
        for (const { free, takes } of found) expect(takes).toBeLessThanOrEqual(free)
        const sum = found.reduce((total, { takes }) => total + takes, 0)
        expect(sum).toBeCloseTo(demand.monthlyVolume, 6)
      }),
      { numRuns: 300 },
    )
  })
})
