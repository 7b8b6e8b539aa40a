import { describe, expect, test } from 'vitest'
import { COUNTRIES } from '../need/destinations'
import { zoneOf } from './zones'

const GARUT = { provinceCode: '32', regencyCode: '3205' }
const home = (provinceCode: string | null, regencyCode: string | null = null) => ({
  countryCode: 'ID',
  provinceCode,
  regencyCode,
})
const abroad = (countryCode: string) => ({ countryCode, provinceCode: null, regencyCode: null })

describe('the zone of an address', () => {
  test('at home goes from near to far', () => {
    expect(zoneOf(home('32', '3205'), GARUT)).toBe('regency')
    expect(zoneOf(home('32', '3273'), GARUT)).toBe('province')
    expect(zoneOf(home('31'), GARUT)).toBe('java')
    expect(zoneOf(home('73'), GARUT)).toBe('indonesia')
    expect(zoneOf(home(null), GARUT)).toBeNull()
    expect(zoneOf(home('35'), { provinceCode: null, regencyCode: null })).toBe('indonesia')
    expect(zoneOf(home('32'), { provinceCode: '73', regencyCode: '7371' })).toBe('indonesia')
  })

  test('abroad is a group of countries', () => {
    expect(zoneOf(abroad('MY'), GARUT)).toBe('southeast-asia')
    expect(zoneOf(abroad('AE'), GARUT)).toBe('middle-east')
    expect(zoneOf(abroad('XX'), GARUT)).toBeNull()
  })

  test('knows every country that can be chosen', () => {
    const unknown = [...COUNTRIES].filter((code) => code !== 'ID' && zoneOf(abroad(code), GARUT) === null)
    expect(unknown).toEqual([])
  })
})
