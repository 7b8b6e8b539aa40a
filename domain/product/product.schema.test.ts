import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BUSINESS_FIELDS, INCOTERMS, TRADE_UNITS } from '../shared/enums'
import { LOCALES } from '../shared/locale'
import { DRAWING_KINDS } from './drawing'
import { productProblems, productSchema } from './product.schema'
import { NET_CONTENT_UNITS, type ProductFields } from './product-fields'
import {
  differingFields,
  emptyTypedProduct,
  readTypedProduct,
  type TypedProduct,
  typedProduct,
} from './typed-product'

const typed = (change: Partial<TypedProduct> = {}): TypedProduct => ({
  ...emptyTypedProduct(),
  'name.id': 'Kopi arabika sangrai',
  field: 'minuman',
  kind: 'coffee',
  unit: 'kg',
  ...change,
})
function parse(change: Partial<TypedProduct> = {}) {
  return productSchema('id').parse(typed(change))
}
function problems(change: Partial<TypedProduct>) {
  const answer = productSchema('id').safeParse(typed(change))
  return answer.success ? {} : productProblems(answer.error)
}

describe('the form', () => {
  test('needs nearly nothing', () => {
    expect(parse()).toEqual({
      name: { id: 'Kopi arabika sangrai' },
      description: null,
      storage: null,
      field: 'minuman',
      kind: 'coffee',
      unit: 'kg',
      netContent: null,
      netContentUnit: null,
      tiers: [],
      asksPrice: false,
      minimumOrder: null,
      orderMultiple: null,
      monthlyCapacity: null,
      promisedCapacity: 0,
      stock: null,
      leadTimeDays: null,
      madeToOrder: null,
      shelfLifeDays: null,
      unitsPerCarton: null,
      cartonKg: null,
      cartonCm: null,
      hsCode: null,
      incoterm: null,
      incotermPlace: null,
    } satisfies ProductFields)
  })

  test('tells all problems at once', () => {
    expect(
      problems({
        'name.id': '  ',
        'name.ar': 'ق'.repeat(121),
        field: 'sihir',
        unit: '',
        kind: 'constructor',
        netContent: 'setengah',
        minimumOrder: '2,5',
        monthlyCapacity: '300',
        promisedCapacity: '301',
        stock: '-1',
        shelfLifeDays: '0',
        leadTimeDays: '99999',
        cartonLength: '40',
        hsCode: '0901.2',
        incoterm: 'FOB',
      }),
    ).toEqual({
      'name.ar': 'too-long',
      field: 'choose-one',
      unit: 'choose-one',
      kind: 'choose-one',
      netContent: 'not-a-number',
      netContentUnit: 'content-unit-missing',
      minimumOrder: 'not-whole',
      promisedCapacity: 'promised-more',
      stock: 'not-whole',
      shelfLifeDays: 'too-small',
      leadTimeDays: 'too-much',
      cartonWidth: 'carton-sides',
      cartonHeight: 'carton-sides',
      hsCode: 'hs-code',
      incotermPlace: 'place-missing',
    })
    expect(problems({ 'name.id': ' ' })).toEqual({ 'name.id': 'name-missing' })
  })

  test('a name in any language is enough for a draft', () => {
    expect(parse({ 'name.id': '', 'name.ar': 'قهوة' }).name).toEqual({ ar: 'قهوة' })
  })

  test('promises need a capacity, an incoterm its place, and a content its unit, and the other way round', () => {
    expect(problems({ promisedCapacity: '5' })).toEqual({ promisedCapacity: 'promised-without-capacity' })
    expect(problems({ incotermPlace: 'Garut' })).toEqual({ incoterm: 'incoterm-missing' })
    expect(problems({ netContentUnit: 'g' })).toEqual({ netContent: 'content-missing' })
    expect(problems({ promisedCapacity: '0' })).toEqual({})
  })

  test('HS codes with points, numbers as people write them', () => {
    expect(
      parse({ hsCode: '0901.21.00', netContent: '1,5', netContentUnit: 'kg', monthlyCapacity: '1.200' }),
    ).toMatchObject({ hsCode: '09012100', netContent: 1.5, monthlyCapacity: 1200 })
  })
})

describe('the price list', () => {
  test('is put in the order of quantity, without its empty rows', () => {
    expect(
      parse({
        tiers: [
          { from: '100', price: 'Rp 128.000' },
          { from: '', price: ' ' },
          { from: '20', price: '139,000' },
        ],
      }).tiers,
    ).toEqual([
      { minimumQuantity: 20, unitPriceMinor: 13_900_000 },
      { minimumQuantity: 100, unitPriceMinor: 12_800_000 },
    ])
  })

  test('says what is wrong at its row', () => {
    expect(
      problems({
        tiers: [
          { from: '20', price: '139.000' },
          { from: '', price: '128.000' },
          { from: '50', price: '' },
          { from: '20', price: 'nol' },
          { from: '20', price: '1' },
          { from: '0', price: '0' },
          { from: '5', price: '90.000.001' },
        ],
      }),
    ).toEqual({
      'tierFrom.1': 'tier-quantity-missing',
      'tierPrice.2': 'tier-price-missing',
      'tierPrice.3': 'not-a-price',
      'tierFrom.4': 'tier-twice',
      'tierFrom.5': 'too-small',
      'tierPrice.5': 'not-a-price',
      'tierPrice.6': 'price-too-high',
    })
  })

  test('wins over asking for the price', () => {
    expect(parse({ asksPrice: 'yes' }).asksPrice).toBe(true)
    expect(parse({ asksPrice: 'yes', tiers: [{ from: '1', price: '5000' }] }).asksPrice).toBe(false)
  })
})

test('what a form sends is read leniently, rows and all', () => {
  const form = new FormData()
  form.append('name.id', 'Madu')
  form.append('tierFrom', '1')
  form.append('tierFrom', '2')
  form.append('tierPrice', '3')
  form.append('unit', new Blob(['x']))
  const read = readTypedProduct(form)
  expect(read['name.id']).toBe('Madu')
  expect(read.unit).toBe('')
  expect(read.tiers).toEqual([
    { from: '1', price: '3' },
    { from: '2', price: '' },
  ])
})

test('differences are told by field, whatever the line ends and the empty rows', () => {
  const a = typed({ 'description.id': 'Satu\r\nDua', tiers: [{ from: '1', price: '2' }] })
  const b = typed({
    'description.id': 'Satu\nDua ',
    tiers: [
      { from: '1', price: '2' },
      { from: '', price: '' },
    ],
  })
  expect(differingFields(a, b)).toEqual([])
  expect(differingFields(a, { ...b, unit: 'box', tiers: [] })).toEqual(['unit', 'tiers'])
})

test('whatever is stored is shown and read again as the same, in each language', () => {
  const words = fc.stringMatching(/^[a-zA-Z][a-z ]{0,30}[a-z]$/)
  const text = fc.record({ id: words, en: words, ar: words })
  const optional = (most: number, least = 1) => fc.option(fc.integer({ min: least, max: most }))
  const fields: fc.Arbitrary<ProductFields> = fc
    .record({
      name: text,
      description: fc.option(text),
      storage: fc.option(text),
      field: fc.constantFrom(...BUSINESS_FIELDS),
      kind: fc.constantFrom(...DRAWING_KINDS),
      unit: fc.constantFrom(...TRADE_UNITS),
      content: fc.option(
        fc.tuple(fc.integer({ min: 1, max: 99_999_999 }), fc.constantFrom(...NET_CONTENT_UNITS)),
      ),
      tiers: fc.uniqueArray(
        fc.record({
          minimumQuantity: fc.integer({ min: 1, max: 1_000_000 }),
          unitPriceMinor: fc.integer({ min: 1, max: 9_000_000_000 }),
        }),
        { selector: (tier) => tier.minimumQuantity, maxLength: 6 },
      ),
      asksPrice: fc.boolean(),
      minimumOrder: optional(1_000_000),
      orderMultiple: optional(1_000_000),
      capacity: fc.option(
        fc.tuple(fc.integer({ min: 1, max: 100_000_000 }), fc.double({ min: 0, max: 1, noNaN: true })),
      ),
      stock: optional(100_000_000, 0),
      leadTimeDays: optional(3_650, 0),
      madeToOrder: fc.option(fc.boolean()),
      shelfLifeDays: optional(3_650),
      unitsPerCarton: optional(1_000_000),
      cartonKg: fc.option(fc.integer({ min: 1, max: 5_000_000 }).map((grams) => grams / 1000)),
      cartonCm: fc.option(fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 3, maxLength: 3 })),
      hsCode: fc.option(fc.stringMatching(/^\d{6}(\d{2})?$/)),
      term: fc.option(fc.tuple(fc.constantFrom(...INCOTERMS), words)),
    })
    .map(({ content, capacity, term, tiers, asksPrice, ...rest }) => ({
      ...rest,
      tiers: tiers.sort((a, b) => a.minimumQuantity - b.minimumQuantity),
      asksPrice: asksPrice && tiers.length === 0,
      netContent: content ? content[0] / 1000 : null,
      netContentUnit: content ? content[1] : null,
      monthlyCapacity: capacity ? capacity[0] : null,
      promisedCapacity: capacity ? Math.floor(capacity[0] * capacity[1]) : 0,
      incoterm: term ? term[0] : null,
      incotermPlace: term ? term[1] : null,
    }))
  fc.assert(
    fc.property(fields, fc.constantFrom(...LOCALES), (stored, locale) => {
      expect(productSchema(locale).parse(typedProduct(stored, locale))).toEqual(stored)
    }),
  )
})
