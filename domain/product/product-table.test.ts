import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { words as arWords } from '~/app/i18n/ar/words'
import { words as enWords } from '~/app/i18n/en/words'
import { words as idWords } from '~/app/i18n/id/words'
import { registerWords } from '~/app/i18n/registry'
import { allTableWords } from '~/app/product-table-words.server'
import { LOCALES, type Locale } from '../shared/locale'
import type { OwnProduct } from './own-product'
import { decodeTable, parseTable } from './parse-table'
import { type PlannedRow, planImport } from './plan-import'
import type { ProductFields } from './product-fields'
import { type AllTableWords, guardCell, tableColumns, unguardCell } from './product-table'
import { MOST_TIERS } from './typed-product'
import { goodsTable, writeTable } from './write-table'

let words: AllTableWords
beforeAll(() => {
  registerWords('id', idWords)
  registerWords('en', enWords)
  registerWords('ar', arWords)
  words = allTableWords()
})

const FIELDS: ProductFields = {
  name: { id: 'Madu; "hutan"\ndua baris', en: '=HYPERLINK("http://x")', ar: 'عسل' },
  description: { id: '-5 derajat' },
  storage: null,
  field: 'pertanian',
  kind: 'honey',
  unit: 'jar',
  netContent: 1.125,
  netContentUnit: 'kg',
  tiers: [
    { minimumQuantity: 48, unitPriceMinor: 13_900_050 },
    { minimumQuantity: 1_200, unitPriceMinor: 12_000_000 },
  ],
  asksPrice: false,
  minimumOrder: 48,
  orderMultiple: 12,
  monthlyCapacity: 12_000,
  promisedCapacity: 250,
  stock: 0,
  leadTimeDays: 0,
  madeToOrder: false,
  shelfLifeDays: 365,
  unitsPerCarton: 12,
  cartonKg: 8.5,
  cartonCm: [40, 30, 20],
  hsCode: '04090000',
  incoterm: 'FOB',
  incotermPlace: 'Tanjung Priok',
}
const own = (change: Partial<OwnProduct> = {}): OwnProduct => ({
  id: '01a00000-0000-7000-8000-000000000001',
  slug: 'madu-hutan',
  state: 'published',
  isSample: false,
  version: 3,
  drawing: 'honey.coal.clay.MADU.1',
  fields: FIELDS,
  ...change,
})
const shelf = (...goods: OwnProduct[]) => ({
  own: new Map(goods.map((one) => [one.slug, one])),
  isVerified: true,
  locale: 'id' as Locale,
})
function plan(text: string, ...goods: OwnProduct[]): PlannedRow[] {
  const table = parseTable(text, words)
  if ('kind' in table) throw new Error(table.kind)
  return planImport(table, shelf(...goods), words)
}
const problems = (row: PlannedRow | undefined) =>
  row?.kind === 'bad' ? row.problems.map(({ column, code }) => `${column}: ${code}`) : row?.kind

test('what goes out comes in again as it was, in each language', () => {
  const goods = [own(), own({ slug: 'b', state: 'draft', fields: { ...FIELDS, tiers: [], cartonCm: null } })]
  for (const locale of LOCALES) {
    const rows = plan(goodsTable(goods, locale, words[locale]), ...goods)
    expect(rows.map(({ kind }) => kind)).toEqual(['same', 'same'])
  }
})

test('no name of a column is another’s, in any language', () => {
  for (const locale of LOCALES) {
    const names = tableColumns(MOST_TIERS).map((column) => words[locale].columns[column])
    expect(new Set(names).size).toBe(names.length)
    expect(names.every(Boolean)).toBe(true)
  }
})

test('no cell that goes out is computed, and each comes in as it went', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom("'=1", "''+1", '=1', '@x', '-2', '\t3', '＝1', "'plain"))
  fc.assert(
    fc.property(text, (cell) => {
      expect(guardCell(cell)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
      expect(unguardCell(guardCell(cell))).toBe(cell)
    }),
  )
  const out = writeTable([['=cmd|x', '+62', 'a']], 'id')
  expect(out).toContain("'=cmd|x;'+62;a")
})

describe('a table', () => {
  test('may be parted by commas, semicolons or tabs, have a mark, and be headed in any language', () => {
    for (const [heading, parted] of [
      ['Nama (Indonesia);Bidang usaha;Dijual per', 'Kopi;Minuman;kg'],
      ['\ufeffname (indonesian),FIELD OF BUSINESS,Sold by', 'Kopi,Drinks,kg'],
      ['name.id\tfield\tunit', 'Kopi\tminuman\tkg'],
    ]) {
      const [row] = plan(`${heading}\r\n${parted}\r\n`)
      expect(row).toMatchObject({ kind: 'new', name: 'Kopi', state: 'draft', line: 2 })
    }
  })

  test('leaves out rows for people and empty ones, and tells where each is in the file', () => {
    const rows = plan('# hai\nNama (Indonesia);Bidang usaha;Dijual per\n# Wajib;;\n;;\n\nKopi;Minuman;kg\n')
    expect(rows).toMatchObject([{ kind: 'new', line: 6 }])
  })

  test('that can’t be read says why', () => {
    const kind = (text: string) => {
      const read = parseTable(text, words)
      return 'kind' in read ? read : 'read'
    }
    expect(kind(' \n')).toEqual({ kind: 'empty' })
    expect(kind('a;b\n1;2')).toEqual({ kind: 'no-heading' })
    expect(kind('Nama (Indonesia);Stok\n"Kopi;3')).toMatchObject({ kind: 'broken' })
    expect(kind('Nama (Indonesia);Stok;Stok\nKopi;3;4')).toEqual({ kind: 'column-twice', column: 'stock' })
    expect(kind(`Nama (Indonesia)\n${'Kopi\n'.repeat(1_001)}`)).toEqual({ kind: 'too-many-rows' })
    expect(kind(`Nama (Indonesia)\n${'Kopi\n'.repeat(1_000)}`)).toBe('read')
  })

  test('is a text: no workbook, none of 2 MB, and of whichever code page', () => {
    const bytes = (...values: number[]) => new Uint8Array(values)
    expect(decodeTable(bytes(0x50, 0x4b, 3, 4))).toEqual({ kind: 'workbook' })
    expect(decodeTable(bytes(65, 0, 66))).toEqual({ kind: 'workbook' })
    expect(decodeTable(new Uint8Array(2 * 1024 * 1024 + 1).fill(65))).toEqual({ kind: 'too-big' })
    expect(decodeTable(bytes(0xff, 0xfe, 0x41, 0))).toBe('A')
    expect(decodeTable(bytes(0x63, 0x61, 0x66, 0xe9))).toBe('café')
    expect(decodeTable(new TextEncoder().encode('عسل'))).toBe('عسل')
  })
})

describe('a row', () => {
  const HEADING =
    'Nama (Indonesia);Bidang usaha;Dijual per;Pesanan minimum;Kelipatan;Mulai dari 1;Harga 1 (Rp);Status'

  test('tells what is wrong at its cells, all of it at once', () => {
    const rows = plan(
      [
        HEADING,
        'Kopi;Minuman;kg;24;12;24;139.000;Terbit',
        ';Minuman;kg;;;;;',
        'Teh;Planet;kg;banyak;;;;',
        'Gula;Minuman;kg;24;10;24;lima;Terbit',
        'Sirup;Minuman;botol;24;;48;9.000;Terbit',
        'Roti;Minuman;kg;;;;;Tayang',
      ].join('\n'),
    )
    expect(rows.map(problems)).toEqual([
      'new',
      ['name.id: name-missing'],
      ['field: choose-one', 'minimumOrder: not-whole'],
      ['tierPrice.0: not-a-price'],
      ['tierFrom.0: price-above-minimum'],
      ['state: unknown-state'],
    ])
  })

  test('changes only the columns that there are', () => {
    const [row] = plan('Kode produk;Stok\nmadu-hutan;1.500', own())
    expect(row).toMatchObject({
      kind: 'changed',
      changes: ['stock'],
      fields: { ...FIELDS, stock: 1_500 },
      state: 'published',
    })
    expect(plan('Product code,Net content\nmadu-hutan,2.125', own())).toMatchObject([
      { changes: ['netContent'], fields: { netContent: 2.125 } },
    ])
  })

  test('of another’s product, or of one twice, is not brought in', () => {
    const rows = plan('Kode produk;Stok\nmadu-orang;1\nmadu-hutan;1\nmadu-hutan;2', own())
    expect(rows.map(problems)).toEqual([['code: not-yours'], ['code: code-twice'], ['code: code-twice']])
  })

  test('publishes nothing of who isn’t let in', () => {
    const table = parseTable(`${HEADING}\nKopi;Minuman;kg;24;12;24;139.000;Terbit`, words)
    if ('kind' in table) throw new Error(table.kind)
    const rows = planImport(table, { ...shelf(), isVerified: false }, words)
    expect(rows.map(problems)).toEqual([['state: not-verified']])
  })
})
