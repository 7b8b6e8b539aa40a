import { describe, expect, it } from 'vitest'
import { closeUp as arCloseUp } from './ar/close-up'
import { words as arWords } from './ar/words'
import { closeUp as enCloseUp } from './en/close-up'
import { words as enWords } from './en/words'
import { closeUp as idCloseUp } from './id/close-up'
import { words as idWords } from './id/words'
import { PAGE_WORDS } from './page-words.server'

const id = { ...idWords, ...PAGE_WORDS.id, closeUp: idCloseUp }
const en = { ...enWords, ...PAGE_WORDS.en, closeUp: enCloseUp }
const ar = { ...arWords, ...PAGE_WORDS.ar, closeUp: arCloseUp }

type Entry = { path: string; kind: string; value: unknown }

/** Said in two languages only: an Indonesian reader's draft needs no second one. */
const UNSAID = new Map([['chat.draftAlsoIndonesian', 'id']])

const isPlural = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && typeof (value as { other?: unknown }).other === 'string'

const placeholders = (text: unknown) => [...new Set(String(text).match(/\{\w+\}/g) ?? [])].sort()

/** Every leaf: `trade.fields.minuman`, with its type and, of a function, how many arguments it takes. */
function leaves(tree: object, prefix = ''): Entry[] {
  return Object.entries(tree).flatMap(([key, value]): Entry[] => {
    const path = prefix ? `${prefix}.${key}` : key
    // Each language has the plural forms that it needs.
    if (isPlural(value)) return [{ path, kind: 'plural', value: Object.values(value).join(' ') }]
    if (typeof value === 'object' && value !== null) return leaves(value, path)
    const kind = typeof value === 'function' ? `function of ${value.length}` : typeof value
    return [{ path, kind, value }]
  })
}

const described = (tree: object) =>
  leaves(tree)
    .map(({ path, kind }) => `${path}: ${kind}`)
    .sort()

describe('the words of the three languages', () => {
  it('have the same keys of the same kind', () => {
    expect(described(en)).toEqual(described(id))
    expect(described(ar)).toEqual(described(id))
  })

  it.each([
    ['id', id],
    ['en', en],
    ['ar', ar],
  ] as const)('leave no sentence of %s empty or unfinished', (locale, words) => {
    const entries = leaves(words)
    expect(entries.length).toBeGreaterThan(50)
    const unfinished = entries.filter(
      ({ path, value }) =>
        UNSAID.get(path) !== locale &&
        typeof value === 'string' &&
        (value.trim() === '' || /TODO|lorem|xxx/i.test(value) || / {2}/.test(value)),
    )
    expect(unfinished.map(({ path }) => path)).toEqual([])
  })

  it('leave the same places to be filled', () => {
    for (const [other, words] of [
      ['en', en],
      ['ar', ar],
    ] as const) {
      const theirs = new Map(leaves(words).map(({ path, value }) => [path, value]))
      for (const { path, kind, value } of leaves(id)) {
        if (kind !== 'string' && kind !== 'plural') continue
        // A dual may say the number in a word.
        const less = kind === 'plural' ? ['{count}'] : []
        const of = (text: unknown) => placeholders(text).filter((name) => !less.includes(name))
        expect(of(theirs.get(path)), `${other} ${path}`).toEqual(of(value))
      }
    }
  })

  it('speak Arabic in Arabic script', () => {
    // Names of papers that are Latin letters on the paper itself, and of languages as their readers call them.
    const names =
      /^trade\.shortPapers\.|^team\.invite\.languages\.|^myOrders\.quantity$|\.comparison\.theirs$|\.accounts\.stripe$/
    const latin = leaves(ar).filter(
      ({ path, value }) => typeof value === 'string' && !names.test(path) && !/[\u0600-\u06ff]/.test(value),
    )
    expect(latin.map(({ path }) => path)).toEqual([])
  })

  it('do not leave Indonesian sentences untranslated in English', () => {
    const indonesian = new Map(leaves(id).map(({ path, value }) => [path, value]))
    const same = leaves(en).filter(
      ({ path, value }) =>
        typeof value === 'string' && value.split(' ').length > 2 && indonesian.get(path) === value,
    )
    expect(same.map(({ path }) => path)).toEqual([])
  })

  it('say a count in the right form', () => {
    expect(en.search.products(1)).toBe('1 product')
    expect(en.search.products(1234)).toBe('1,234 products')
    expect(id.search.products(1234)).toBe('1.234 produk')
    expect(ar.search.products(1)).toBe('منتج واحد')
    expect(ar.search.products(2)).toBe('منتجان')
    expect(ar.search.products(7)).toBe('7 منتجات')
    expect(ar.search.products(37)).toBe('37 منتجًا')
    expect(ar.search.products(100)).toBe('100 منتج')
    expect(en.trade.amount(1, 'loaf')).toBe('1\u00a0loaf')
    expect(en.trade.amount(48, 'loaf')).toBe('48\u00a0loaves')
    expect(id.trade.amount(1500, 'kg')).toBe('1.500\u00a0kg')
    expect(ar.trade.amount(2, 'jar')).toBe('برطمانان')
    expect(ar.trade.amount(48, 'jar')).toBe('48\u00a0برطمانًا')
    expect(ar.trade.amount(2, 'kg')).toBe('2\u00a0كغ')
    expect(ar.trade.days(7)).toBe('7\u00a0أيام')
  })

  it('name the 27 regencies and cities in Arabic, and tell a city from its regency', () => {
    const codes = [
      ...Array.from({ length: 18 }, (_, index) => String(3201 + index)),
      ...Array.from({ length: 9 }, (_, index) => String(3271 + index)),
    ]
    for (const code of codes) expect(ar.trade.regency(code, 'Latin')).not.toContain('Latin')
    expect(id.trade.regency('3204', 'Bandung')).toBe('Kab. Bandung')
    expect(id.trade.regency('3273', 'Kota Bandung')).toBe('Kota Bandung')
    expect(en.trade.regency('3273', 'Bandung')).toBe('Bandung City')
    expect(ar.trade.regency('3204', 'Bandung')).not.toBe(ar.trade.regency('3273', 'Bandung'))
  })
})
