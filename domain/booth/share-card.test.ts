import { describe, expect, it } from 'vitest'
import { SHARE_CARD, type ShareCard, shareCardSvg } from './share-card'
import { textAt, wrapText } from './share-card-text'

const measure = (text: string, { size }: { size: number }) => text.length * size * 0.5

const card: ShareCard = {
  locale: 'en',
  name: 'Al-Ittihad 24',
  nameArabic: 'الاتحاد',
  title: 'Coffee & <tea>',
  line: 'IDR 128,000 / kg',
  place: 'Bandung Regency',
  sample: 'Sample data',
  drawings: [{ kind: 'coffee', palette: 'coal', wall: 'clay', word: 'KOPI', variant: 3 }],
}

const xOf = (svg: string, text: string) => Number(new RegExp(`x="([\\d.]+)"[^>]*>${text}<`).exec(svg)?.[1])

describe('share cards', () => {
  it('escapes what people wrote', () => {
    const svg = shareCardSvg(card, measure)
    expect(svg).toContain('Coffee &amp; &lt;tea&gt;')
    expect(svg).not.toContain('<tea>')
  })

  it('puts the reader’s script first on the sign', () => {
    const english = shareCardSvg(card, measure)
    expect(xOf(english, 'Al-Ittihad 24')).toBeLessThan(SHARE_CARD.width / 2)
    expect(xOf(english, 'الاتحاد')).toBeGreaterThan(SHARE_CARD.width / 2)
    const arabic = shareCardSvg({ ...card, locale: 'ar' }, measure)
    expect(xOf(arabic, 'الاتحاد')).toBeGreaterThan(SHARE_CARD.width / 2)
    expect(xOf(arabic, 'Al-Ittihad 24')).toBeLessThan(SHARE_CARD.width / 2)
  })

  it('marks sample data, and only that', () => {
    expect(shareCardSvg(card, measure)).toContain('stroke-dasharray="7 5"')
    expect(shareCardSvg({ ...card, sample: null }, measure)).not.toContain('stroke-dasharray="7 5"')
  })

  it('lights a bare shelf where no goods are known', () => {
    expect(shareCardSvg({ ...card, drawings: [] }, measure)).not.toContain('d-coffee')
    expect(shareCardSvg(card, measure)).toContain('M68 40h104')
  })

  it('lays figures in Arabic out from the right', () => {
    const place = { x: 600, anchor: 'end', y: 10, size: 20, room: 500, fill: '#000' } as const
    const svg = textAt('من 128,000 روبية', place, measure)
    const order = [...svg.matchAll(/x="([\d.]+)"[^>]*>([^<]+)</g)].map(([, x, text]) => [Number(x), text])
    expect(order.map(([, text]) => text)).toEqual(['من', '128,000', 'روبية'])
    // Each is placed by its right edge: 20 wide and a space of 6.6, then 70 and a space.
    expect(order.map(([x]) => x)).toEqual([600, 573.4, 496.8])
  })

  it('keeps a mark at the end of Arabic there', () => {
    const place = { x: 600, anchor: 'end', y: 10, size: 20, room: 500, fill: '#000' } as const
    expect(textAt('بطاطس،', place, measure)).toContain('>بطاطس،\u200f<')
    expect(textAt('Kentang,', place, measure)).toContain('>Kentang,<')
  })

  it('makes a long text smaller, not wider', () => {
    const place = { x: 0, anchor: 'start', y: 10, size: 40, room: 100, fill: '#000' } as const
    expect(textAt('0123456789', place, measure)).toContain('font-size="20"')
  })

  it('breaks lines at words and says when something is left over', () => {
    const width = (line: string) => line.length
    expect(wrapText('one two three', 7, 3, width)).toEqual(['one two', 'three'])
    expect(wrapText('one two three four', 5, 2, width)).toEqual(['one', 'two…'])
  })
})
