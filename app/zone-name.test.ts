import { describe, expect, it } from 'vitest'
import { changesClocks, isHallTime, zoneName } from './zone-name'

const november = new Date('2026-11-22T03:00:00Z')

describe('a zone', () => {
  it('is named as people do', () => {
    expect(zoneName('Asia/Jakarta')).toBe('WIB')
    expect(zoneName('Asia/Kuala_Lumpur')).toBe('Kuala Lumpur')
    expect(zoneName('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
  })

  it('may show the hall’s time without being it', () => {
    expect(isHallTime(november, 'Asia/Bangkok')).toBe(true)
    expect(isHallTime(november, 'Asia/Dubai')).toBe(false)
  })

  it('changes its clocks, or doesn’t', () => {
    expect(changesClocks(november, 'Europe/Rome')).toBe(true)
    expect(changesClocks(november, 'Australia/Sydney')).toBe(true)
    expect(changesClocks(november, 'Asia/Dubai')).toBe(false)
    expect(changesClocks(november, 'Europe/Istanbul')).toBe(false)
  })
})
