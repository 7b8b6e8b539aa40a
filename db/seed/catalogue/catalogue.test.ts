import { describe, expect, it } from 'vitest'
import { traitsOf } from '../sample-product'
import type { Archetype, ProductName } from './archetype'
import { CATALOGUE } from './catalogue'

const GOODS = CATALOGUE.flatMap((archetype: Archetype) =>
  archetype.names.map((name: ProductName) => ({ archetype, name, traits: traitsOf(archetype, name) })),
)
const each = GOODS.map((good) => [good.name[0], good] as const)

describe('the catalogue', () => {
  it('names no two goods of a sort alike, and no two sorts of a field the same', () => {
    for (const { names } of CATALOGUE) expect(new Set(names.map(([id]) => id)).size).toBe(names.length)
    const sorts = CATALOGUE.map(({ field, goods }) => `${field} ${goods[0]}`)
    expect(new Set(sorts).size).toBe(sorts.length)
  })

  it.each(each)('%s: its label begins with a word of its name', (id, { traits }) => {
    expect(traits.word).toMatch(/^[A-Z]{2,12}$/)
    const words = id.toUpperCase().split(/[^A-Z]+/)
    expect(words.some((word) => word.startsWith(traits.word))).toBe(true)
  })

  it.each(each)('%s: is written in each script, with figures 0–9', (_, { name, traits, archetype }) => {
    for (const [id, en, ar] of [name, traits.about, archetype.goods]) {
      expect(id).not.toMatch(/[\u0600-\u06ff]/)
      expect(en).not.toMatch(/[\u0600-\u06ff]/)
      expect(ar).toMatch(/^[\u0600-\u06ff]/)
      // Arabic-Indic figures, and Latin words other than sizes.
      expect(ar).not.toMatch(/[\u0660-\u0669\u06f0-\u06f9]|[A-Za-z]{4}/)
      // The vowel sign stands on the letter before the alif.
      expect(ar).not.toContain('\u0627\u064b')
    }
    for (const sentence of traits.about) expect(sentence).toMatch(/\.$/)
  })

  it.each(each)(
    '%s: has an HS code of six digits, unless it is a service or a set',
    (_, { archetype, traits }) => {
      if (archetype.field === 'jasa' || archetype.word === 'PAKET') expect(traits.hs).toBeNull()
      else expect(traits.hs).toMatch(/^(?!77|98|99)\d{6}$/)
    },
  )

  it.each(each)('%s: orders fill cartons, and a month’s work the smallest order', (_, { traits }) => {
    const { carton, multiple, minimum, capacity, price, leadDays } = traits
    if (carton) expect(Math.max(carton[0], multiple) % Math.min(carton[0], multiple)).toBe(0)
    if (carton) expect(carton[0] * carton[1]).toBeLessThan(35)
    for (const [low, high] of [minimum, capacity, price, leadDays]) expect(low).toBeLessThanOrEqual(high)
    expect(capacity[1]).toBeGreaterThanOrEqual(multiple * minimum[1])
    expect(price[1] / price[0]).toBeLessThanOrEqual(4)
  })

  it.each(each)('%s: keeps as long as its storage lets it', (_, { traits }) => {
    const days = traits.shelfLifeDays
    if (traits.storage === 'iced') expect(days).toBeLessThanOrEqual(3)
    if (traits.storage === 'fresh') expect(days).toBeLessThanOrEqual(14)
    if (traits.storage === 'chilled') expect(days).toBeLessThanOrEqual(30)
    if (traits.storage === 'frozen') expect(days).toBeGreaterThanOrEqual(90)
    if (traits.storage === 'clean' || traits.storage === 'shade') expect(days).toBeUndefined()
  })

  it.each(each)('%s: has only papers that such goods can have', (_, { archetype, traits }) => {
    const { papers, storage, shelfLifeDays = 365, hs } = traits
    // SNI 3553 is the standard of mineral water.
    if (papers.includes('sni-3553')) expect(hs).toBe('220110')
    // Home industry registers what keeps without cold; what keeps less than a week needs no registration.
    if (papers.includes('pirt')) {
      expect(['dry', 'cool']).toContain(storage)
      expect(shelfLifeDays).toBeGreaterThanOrEqual(7)
    }
    expect(papers.includes('pirt') && papers.includes('bpom')).toBe(false)
    if (papers.includes('cosmetic')) expect(hs?.slice(0, 2)).toMatch(/^3[34]$/)
    if (archetype.field === 'konfeksi-fashion') expect(papers).toEqual([])
  })

  it('says that it is made to order only of what is', () => {
    for (const { traits } of GOODS) {
      if (/(sesuai|saat|menurut) (di)?pesan/i.test(traits.about[0])) expect(traits.order).toBe('always')
    }
  })
})
