import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BUSINESS_FIELDS } from '../shared/enums'
import { newId } from '../shared/ids'
import { aisleAddress, backFromAisle } from './aisle-address'
import type { BoothChoice } from './booth-choice'
import { formatSpot, MOST_STOPS, parseHallQuery, type Spot, tourAddress } from './hall-query'

const parse = (query: string) => parseHallQuery(new URLSearchParams(query))
const nothing = {
  pavilion: null,
  page: null,
  at: null,
  booth: null,
  search: null,
  tour: null,
  stop: null,
  aisle: null,
  from: null,
}
const of = (address: string) => parse(address.split('?')[1] ?? '')

describe('the address of the hall page', () => {
  test('says a pavilion, a page, a spot and a booth', () => {
    expect(parse('pavilion=9&page=2&at=12.5,-3,1.57&booth=al-ittihad-24')).toEqual({
      ...nothing,
      pavilion: 9,
      page: 2,
      at: { x: 12.5, z: -3, yaw: 1.57 },
      booth: 'al-ittihad-24',
    })
    expect(parse('')).toEqual(nothing)
  })

  test.each([
    'pavilion=0',
    'pavilion=-1',
    'pavilion=1.5',
    'pavilion=1e2',
    'pavilion=1000',
    'page=0',
    'page=99999',
    'page=two',
    'at=1,2',
    'at=1,2,3,4',
    'at=1,2,3,NaN',
    'at=1,2,3,0.1,2',
    'at=1,2,3,0.1,1,1',
    'at=1,2,NaN',
    'at=,,',
    'at=1e9,2,3',
    'at=99999,0,0',
    'at=0,0,1000',
    'booth=Al Ittihad',
    'booth=../..',
    `booth=${'a'.repeat(121)}`,
    'q=',
    'q=%20%20',
    'tour=search',
    'tour=search&q=%20',
    'tour=field',
    'tour=field:gold',
    'tour=award:2',
    'tour=need:1',
    'tour=everything',
    'tour=award%00',
    'stop=3',
    'aisle=choose',
    'aisle=field:__proto__',
    'from=1,2,3',
  ])('leaves out what cannot be meant: %s', (query) => {
    expect(parse(query)).toEqual(nothing)
  })

  test('a spot comes back as it was written, within a decimetre', () => {
    const metres = fc.double({ min: -9_999, max: 9_999, noNaN: true })
    fc.assert(
      fc.property(metres, metres, fc.double({ min: -7, max: 7, noNaN: true }), (x, z, yaw) => {
        const back = parse(`at=${formatSpot({ x, z, yaw })}`).at
        expect(back?.x).toBeCloseTo(x, 0)
        expect(back?.z).toBeCloseTo(z, 0)
        expect(Math.abs((back?.yaw ?? Number.NaN) - yaw)).toBeLessThanOrEqual(0.0051)
      }),
    )
    expect(formatSpot({ x: -0.04, z: 12, yaw: -1.5708 })).toBe('0,12,-1.57')
  })

  test('says a search, a tour and its stop, or one’s own aisle and where one came from', () => {
    expect(parse('q=%20kopi%20luwak%20')).toEqual({ ...nothing, search: 'kopi luwak' })
    expect(parse('tour=choose&stop=2')).toEqual({ ...nothing, tour: 'choose' })
    expect(parse('tour=field:minuman')).toEqual({
      ...nothing,
      tour: { by: 'field', field: 'minuman' },
      stop: 1,
    })
    expect(parse('tour=award&stop=7&at=1,2,3')).toEqual({
      ...nothing,
      at: { x: 1, z: 2, yaw: 3 },
      tour: { by: 'award' },
      stop: 7,
    })
    expect(parse(`tour=award&stop=${MOST_STOPS + 1}`).stop).toBe(1)
    expect(parse('aisle=search&q=kopi&from=1,2,3&tour=award&stop=2')).toEqual({
      ...nothing,
      search: 'kopi',
      aisle: { by: 'search', text: 'kopi' },
      from: { x: 1, z: 2, yaw: 3 },
    })
  })

  test('every tour and every aisle comes back from its address, and the hall from the aisle', () => {
    const choice: fc.Arbitrary<BoothChoice> = fc.oneof(
      fc.constantFrom(...BUSINESS_FIELDS).map((field) => ({ by: 'field' as const, field })),
      fc.constantFrom<BoothChoice>({ by: 'award' }, { by: 'shelf' }),
      fc.constant(null).map(() => ({ by: 'need' as const, needId: newId() })),
      fc
        .string({ minLength: 1, maxLength: 200 })
        .filter((text) => text.trim() !== '' && text === text.trim())
        .map((text) => ({ by: 'search' as const, text })),
    )
    const spot: fc.Arbitrary<Spot> = fc.record({
      x: fc.integer({ min: -999, max: 999 }),
      z: fc.integer({ min: -999, max: 999 }),
      yaw: fc.integer({ min: -6, max: 6 }),
    })
    fc.assert(
      fc.property(choice, fc.integer({ min: 1, max: MOST_STOPS }), spot, (chosen, stop, from) => {
        expect(of(tourAddress(chosen, stop))).toMatchObject({ tour: chosen, stop, aisle: null })
        const aisle = of(aisleAddress(chosen, from))
        expect(aisle).toMatchObject({ aisle: chosen, from, tour: null, stop: null })
        const back = of(backFromAisle(aisle))
        expect(back).toMatchObject({ at: from, aisle: null, tour: null })
        expect(back.search).toBe(chosen.by === 'search' ? chosen.text : null)
      }),
    )
    expect(aisleAddress({ by: 'shelf' }, null)).toBe('/hall?aisle=shelf')
    expect(tourAddress({ by: 'field', field: 'minuman' }, 3)).toBe('/hall?tour=field:minuman&stop=3')
    expect(backFromAisle({ aisle: { by: 'shelf' }, from: null })).toBe('/hall')
  })

  test('whatever stands in an address, it is read without an error', () => {
    const name = fc.constantFrom('pavilion', 'page', 'at', 'booth', 'q', 'tour', 'stop', 'aisle', 'from')
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string())), (pairs) => {
        const read = parseHallQuery(new URLSearchParams(pairs))
        expect(read.stop === null).toBe(read.tour === null || read.tour === 'choose')
        expect(read.aisle !== null && read.tour !== null).toBe(false)
      }),
    )
  })

  test('a spot says the pitch when one looks up or down, and that one stands close before a booth', () => {
    const spots = [
      { x: 12.5, z: -3, yaw: 1.57 },
      { x: 12.5, z: -3, yaw: 1.57, pitch: -0.25 },
      { x: 12.5, z: -3, yaw: 1.57, closeUp: true },
      { x: 12.5, z: -3, yaw: 1.57, pitch: 0.1, closeUp: true },
    ]
    expect(spots.map(formatSpot)).toEqual([
      '12.5,-3,1.57',
      '12.5,-3,1.57,-0.25',
      '12.5,-3,1.57,0,1',
      '12.5,-3,1.57,0.1,1',
    ])
    for (const spot of spots) expect(parse(`at=${formatSpot(spot)}`).at).toEqual(spot)
  })
})
