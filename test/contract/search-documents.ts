import type { SearchDocument } from '~/search/search-index'

/** Documents that the contract suite searches in: few, and each there for a reason. */

const id = (number: number) => `0190a000-0000-7000-8000-${String(number).padStart(12, '0')}`

function booth(
  number: number,
  slug: string,
  name: string,
  arabic: string | null,
  more: Partial<SearchDocument>,
): SearchDocument {
  return {
    id: id(number),
    kind: 'booth',
    slug,
    name: { id: name, en: name, ...(arabic ? { ar: arabic } : {}) },
    description: {},
    boothName: name,
    boothNameArabic: arabic,
    boothSlug: slug,
    regencyCode: null,
    regencyName: null,
    districtName: null,
    field: null,
    productKind: null,
    unit: null,
    priceMinor: null,
    priceMaxMinor: null,
    minimumOrder: null,
    leadTimeDays: null,
    monthlyCapacity: null,
    freeCapacity: null,
    certifications: [],
    hasExported: false,
    readiness: null,
    isSample: true,
    drawings: [],
    updatedAt: Date.UTC(2026, 0, number),
    ...more,
  }
}

function product(
  number: number,
  of: SearchDocument,
  slug: string,
  name: SearchDocument['name'],
  rupiah: number | null,
  more: Partial<SearchDocument>,
): SearchDocument {
  return {
    ...of,
    id: id(number),
    kind: 'product',
    slug,
    name,
    description: {},
    certifications: [],
    unit: 'kg',
    priceMinor: rupiah === null ? null : rupiah * 100,
    priceMaxMinor: rupiah === null ? null : rupiah * 110,
    minimumOrder: 10,
    leadTimeDays: 7,
    updatedAt: Date.UTC(2026, 1, number),
    ...more,
  }
}

const garut = { regencyCode: '3205', regencyName: 'Garut', districtName: 'Cikajang' }
const bandung = { regencyCode: '3204', regencyName: 'Bandung', districtName: 'Pangalengan' }

const ittihad = booth(1, 'al-ittihad-24', 'Al-Ittihad 24', 'الاتحاد', {
  ...garut,
  field: 'minuman',
  hasExported: true,
})
const huda = booth(2, 'nurul-huda-7', 'Nurul Huda 7', 'نور الهدى', { ...bandung, field: 'kerajinan' })
const falah = booth(3, 'darul-falah', 'Darul Falah', null, {
  ...bandung,
  description: { id: 'Pesantren di kaki gunung, dengan kebun dan bengkel sepeda.' },
})

export const BOOTHS = { ittihad, huda, falah }

export const PRODUCTS = {
  arabica: product(
    11,
    ittihad,
    'kopi-arabika',
    { id: 'Kopi arabika sangrai', en: 'Roasted arabica coffee', ar: 'قهوة عربية محمصة' },
    128_000,
    {
      field: 'minuman',
      productKind: 'coffee',
      certifications: ['halal-verified', 'halal', 'pirt-bpom'],
      readiness: 'ready',
      monthlyCapacity: 700,
      freeCapacity: 400,
    },
  ),
  robusta: product(
    12,
    ittihad,
    'kopi-robusta',
    { id: 'Kopi robusta bubuk', en: 'Ground robusta coffee', ar: 'قهوة روبوستا مطحونة' },
    86_000,
    {
      field: 'minuman',
      productKind: 'coffee',
      certifications: ['halal'],
      readiness: 'nearly',
      monthlyCapacity: 1100,
      freeCapacity: 900,
    },
  ),
  // Its description, not its name, speaks of coffee.
  mug: product(13, huda, 'cangkir-keramik', { id: 'Cangkir keramik', en: 'Ceramic mug' }, 25_000, {
    field: 'kerajinan',
    productKind: 'ceramics',
    description: { id: 'Untuk kopi di pagi hari.', en: 'For a morning drink.' },
    unit: 'piece',
    certifications: ['sni'],
    readiness: 'nearly',
    monthlyCapacity: 300,
    freeCapacity: 300,
  }),
  // Known by one language only: found in others by synonyms.
  soap: product(14, huda, 'sabun-sereh', { id: 'Sabun sereh' }, 10_000, {
    field: 'kerajinan',
    unit: 'bar',
    certifications: ['pirt-bpom'],
  }),
  honey: product(15, ittihad, 'wild-honey', { en: 'Wild honey' }, 140_000, {
    field: 'makanan-olahan-hewani',
    certifications: ['halal'],
    hasExported: true,
  }),
  bread: product(16, huda, 'khubz', { ar: 'خبز القمح' }, 12_000, { field: 'makanan-olahan-nabati' }),
  palmSugar: product(17, falah, 'gula-aren', { id: 'Gula aren cetak' }, 42_000, {
    field: 'makanan-olahan-nabati',
  }),
  sugar: product(18, falah, 'gula-pasir', { id: 'Gula pasir' }, 17_000, { field: 'perdagangan' }),
  // One letter from 'sarung', two from it swapped: exact has to come before typo.
  sarong: product(19, huda, 'sarung-tenun', { id: 'Sarung tenun', en: 'Woven sarong' }, 260_000, {
    field: 'konfeksi-fashion',
    unit: 'piece',
  }),
  nest: product(20, falah, 'sarang-lebah', { id: 'Sarang lebah', en: 'Honeycomb' }, null, {
    field: 'makanan-olahan-hewani',
  }),
  embroidery: product(
    21,
    huda,
    'mukena-bordir',
    { id: 'Mukena bordir Tasikmalaya', en: 'Embroidered mukena' },
    250_000,
    { field: 'konfeksi-fashion', unit: 'set' },
  ),
} as const

export const DOCUMENTS: readonly SearchDocument[] = [...Object.values(BOOTHS), ...Object.values(PRODUCTS)]

/** Many like documents, so that paging and rebuilding have something to do. */
export function manyDocuments(count: number): SearchDocument[] {
  return Array.from({ length: count }, (_, index) =>
    product(
      1000 + index,
      falah,
      `handuk-${index}`,
      { id: `Handuk mandi ${index}`, en: `Bath towel ${index}` },
      30_000,
      {
        field: 'konfeksi-fashion',
        updatedAt: Date.UTC(2026, 2, 1),
      },
    ),
  )
}
