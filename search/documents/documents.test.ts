import { describe, expect, it } from 'vitest'
import { boothDocument } from './booth-document'
import { certifications } from './certifications'
import { productDocument } from './product-document'
import type { BoothRow, PaperRow, ProductRow } from './rows'
import { searchedWords } from './searched-words'

const TODAY = '2026-11-22'
const paper = (kind: PaperRow['kind'], state: PaperRow['state'], expiresOn: string | null = null) => ({
  kind,
  state,
  expiresOn,
})

const booth: BoothRow = {
  id: 'booth-1',
  slug: 'al-ittihad-24',
  name: 'Al-Ittihad 24',
  nameArabic: 'الاتحاد',
  field: 'minuman',
  story: { en: 'Coffee from the hills.' },
  reportedProducts: null,
  hasExported: null,
  isSample: false,
  updatedAt: new Date(1000),
  regencyCode: '3273',
  regencyKind: 'kota',
  regencyName: 'Bandung',
  districtName: 'Coblong',
  papers: [],
  drawings: ['a', 'b', 'c', 'd'],
  photos: [],
}
const product: ProductRow = {
  id: 'product-1',
  slug: 'kopi',
  name: { id: 'Kopi' },
  description: null,
  field: 'minuman',
  kind: 'coffee',
  drawing: 'coffee.coal.clay.KOPI.3',
  photo: null,
  unit: 'kg',
  minimumOrder: 10,
  leadTimeDays: null,
  monthlyCapacity: 700,
  promisedCapacity: 300,
  shelfLifeDays: 180,
  tiers: 2,
  isSample: false,
  updatedAt: new Date(2000),
  lowestPriceMinor: 8_600_000,
  highestPriceMinor: 9_700_000,
  papers: [paper('halal', 'verified')],
  booth,
}

describe('certifications', () => {
  it('count when they are declared or verified and have not run out', () => {
    expect(certifications([paper('halal', 'verified'), paper('pirt', 'declared')], TODAY)).toEqual([
      'halal-verified',
      'halal',
      'pirt-bpom',
    ])
    expect(certifications([paper('halal', 'declared')], TODAY)).toEqual(['halal'])
    expect(certifications([paper('halal', 'applied'), paper('nib', 'applied')], TODAY)).toEqual([])
    expect(certifications([paper('sni', 'verified', '2026-11-21')], TODAY)).toEqual([])
    expect(certifications([paper('sni', 'verified', '2026-11-22')], TODAY)).toEqual(['sni'])
    expect(certifications([paper('bpom', 'declared'), paper('pirt', 'declared')], TODAY)).toEqual([
      'pirt-bpom',
    ])
    expect(certifications([paper('gs1', 'verified'), paper('lab', 'verified')], TODAY)).toEqual([])
  })
})

describe('a product’s document', () => {
  it('says what the product and its booth say', () => {
    expect(productDocument(product, TODAY)).toMatchObject({
      kind: 'product',
      boothSlug: 'al-ittihad-24',
      regencyName: 'Kota Bandung',
      description: {},
      priceMinor: 8_600_000,
      priceMaxMinor: 9_700_000,
      freeCapacity: 400,
      certifications: ['halal-verified', 'halal'],
      hasExported: false,
      isSample: false,
      drawings: ['coffee.coal.clay.KOPI.3'],
      updatedAt: 2000,
    })
  })

  it('leaves open what nobody stated, and is a sample when its booth is one', () => {
    const document = productDocument(
      { ...product, monthlyCapacity: null, lowestPriceMinor: null, booth: { ...booth, isSample: true } },
      TODAY,
    )
    expect(document).toMatchObject({ freeCapacity: null, priceMinor: null, isSample: true })
  })
})

describe('how ready a product is', () => {
  // A drink by the kilogram: all but a barcode is asked.
  const papers = [paper('halal', 'verified'), paper('nib', 'declared'), paper('pirt', 'declared')]
  const photo = { hash: 'a'.repeat(64), width: 3, height: 2 }
  const level = (more: Partial<ProductRow>) =>
    productDocument({ ...product, papers, photo, ...more }, TODAY).readiness

  it('counts what is stated, shown and held today', () => {
    expect(level({})).toBe('ready')
    expect(level({ photo: null })).toBe('nearly')
    expect(level({ photo: null, shelfLifeDays: null })).toBeNull()
    expect(level({ papers: [...papers.slice(1), paper('halal', 'verified', '2026-11-21')] })).toBe('nearly')
    expect(level({ unit: 'bottle' })).toBe('nearly')
    expect(boothDocument(booth, TODAY).readiness).toBeNull()
  })
})

describe('a booth’s document', () => {
  it('is found by its names, its story and what was reported of its goods', () => {
    const document = boothDocument({ ...booth, reportedProducts: 'Kopi bubuk' }, TODAY)
    expect(document).toMatchObject({
      kind: 'booth',
      name: { id: 'Al-Ittihad 24', en: 'Al-Ittihad 24', ar: 'الاتحاد' },
      description: { id: 'Kopi bubuk', en: 'Coffee from the hills.' },
      drawings: ['a', 'b', 'c'],
      priceMinor: null,
    })
    expect(searchedWords(document)).toEqual({
      name: [['al', 'ittihad', '24'], ['اتحاد']],
      booth: [],
      place: [['kota', 'bandung'], ['coblong'], ['minuman']],
      description: [
        ['kopi', 'bubuk'],
        ['coffee', 'from', 'the', 'hills'],
      ],
    })
  })

  it('keeps its own story before what was reported', () => {
    const document = boothDocument({ ...booth, story: { id: 'Cerita' }, reportedProducts: 'Kopi' }, TODAY)
    expect(document.description).toEqual({ id: 'Cerita\nKopi' })
  })
})
