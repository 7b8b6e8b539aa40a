import { describe, expect, it } from 'vitest'
import { PLACES } from '~/db/seed/data/places'
import { pavilionStyle } from './motifs'

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

describe('pavilion styles', () => {
  it.each(PLACES.map((place) => place.code))('letters of %s can be read', (code) => {
    const { colour, accent } = pavilionStyle(code)
    expect(colour).toMatch(/^#[0-9a-f]{6}$/)
    expect(accent).toMatch(/^#[0-9a-f]{6}$/)
    expect(contrast(colour, '#fff3dc')).toBeGreaterThanOrEqual(7)
    expect(contrast(colour, accent)).toBeGreaterThanOrEqual(3)
  })

  it('gives families only where they are attested', () => {
    expect(pavilionStyle('3274').motif).toBe('megamendung')
    expect(pavilionStyle('3212').motif).toBe('complongan')
    expect(pavilionStyle('3216').motif).toBe('bamboo-weave')
    expect(pavilionStyle('9999')).toEqual({
      motif: 'bamboo-weave',
      roof: 'gable',
      colour: '#35234d',
      accent: '#e3ae55',
    })
  })
})
