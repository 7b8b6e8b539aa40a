import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatSpot, parseHallQuery } from './hall-query'

const parse = (query: string) => parseHallQuery(new URLSearchParams(query))
const nothing = { pavilion: null, page: null, at: null, booth: null }

describe('the address of the hall page', () => {
  test('says a pavilion, a page, a spot and a booth', () => {
    expect(parse('pavilion=9&page=2&at=12.5,-3,1.57&booth=al-ittihad-24')).toEqual({
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
    'at=1,2,NaN',
    'at=,,',
    'at=1e9,2,3',
    'at=99999,0,0',
    'at=0,0,1000',
    'booth=Al Ittihad',
    'booth=../..',
    `booth=${'a'.repeat(121)}`,
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
})
