import fc from 'fast-check'
import { BUSINESS_FIELDS, CERTIFICATIONS, type Certification, INCOTERMS } from '~/domain/shared/enums'
import { LOCALES } from '~/domain/shared/locale'
import { READINESS_STEPS } from '~/domain/shared/reason'
import type { Demand, Offer } from '~/matching/offer'

/** 300 kg of roasted arabica a month for at most Rp 140,000, to Bandung within 30 days. */
export function demandFor(change: Partial<Demand> = {}): Demand {
  return {
    field: 'minuman',
    words: ['kopi', 'arabika', 'sangrai'],
    monthlyVolume: 300,
    unit: 'kg',
    targetPriceMinor: 14_000_000,
    requiredPapers: [],
    destinationCountry: 'ID',
    destinationRegency: '3273',
    destinationProvince: '32',
    language: 'id',
    daysUntilNeeded: 30,
    ...change,
  }
}

/** An offer that answers `demandFor()` in everything. */
export function offerFor(change: Partial<Offer> = {}): Offer {
  return {
    id: 'offer-1',
    organisationId: 'pesantren-1',
    field: 'minuman',
    nameWords: new Set(['kopi', 'arabika', 'sangrai']),
    descriptionWords: new Set(['dari', 'kebun', 'sendiri']),
    unit: 'kg',
    netContent: null,
    monthlyCapacity: 500,
    promisedCapacity: 100,
    minimumOrder: 20,
    tiers: [
      { minimumQuantity: 20, unitPriceMinor: 13_500_000 },
      { minimumQuantity: 200, unitPriceMinor: 12_800_000 },
    ],
    verifiedPapers: new Set<Certification>(['halal', 'pirt-bpom', 'nib']),
    declaredPapers: new Set<Certification>(),
    regencyCode: '3273',
    provinceCode: '32',
    hasExported: true,
    incoterm: { code: 'FOB', place: 'Tanjung Priok, Jakarta' },
    languages: ['id', 'ar'],
    leadTimeDays: 14,
    readiness: new Set(READINESS_STEPS),
    voices: null,
    ...change,
  }
}

// Small sets, so that what is needed and what is offered meet often.
const WORDS = ['kopi', 'arabika', 'sangrai', 'robusta', 'gula', 'teh', 'arabica'] as const
const REGENCIES = ['3205', '3273', '1101'] as const
const UNITS = ['kg', 'kg', 'kg', 'pack', 'litre'] as const
const FIELDS = BUSINESS_FIELDS.slice(2, 5)
const PAPERS = CERTIFICATIONS.filter((paper) => paper !== 'halal-verified')

const setOf = <T>(values: readonly T[]) => fc.subarray([...values]).map((some) => new Set(some))
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const price = fc.integer({ min: 1, max: 3_000 }).map((thousands) => thousands * 100_000)
const place = fc.constantFrom(...REGENCIES).map((regency) => ({ regency, province: regency.slice(0, 2) }))

export const anyDemand: fc.Arbitrary<Demand> = fc
  .record({
    field: fc.constantFrom(...FIELDS),
    words: fc.uniqueArray(fc.constantFrom(...WORDS), { maxLength: 4 }),
    monthlyVolume: fc.integer({ min: 1, max: 5_000 }),
    unit: fc.constantFrom(...UNITS),
    targetPriceMinor: orNull(price),
    requiredPapers: fc.oneof(
      fc.constant([]),
      fc.uniqueArray(fc.constantFrom(...CERTIFICATIONS), { maxLength: 2 }),
    ),
    destinationCountry: fc.constantFrom('ID', 'SA'),
    place: orNull(place),
    language: fc.constantFrom(...LOCALES),
    daysUntilNeeded: orNull(fc.integer({ min: 0, max: 90 })),
  })
  .map(({ place: at, ...demand }) => ({
    ...demand,
    destinationRegency: at?.regency ?? null,
    destinationProvince: at?.province ?? null,
  }))

export const anyOffer: fc.Arbitrary<Offer> = fc
  .record({
    id: fc.integer({ min: 0, max: 99_999 }).map((number) => `offer-${number}`),
    organisationId: fc.integer({ min: 0, max: 30 }).map((number) => `pesantren-${number}`),
    field: fc.constantFrom(...FIELDS),
    nameWords: setOf(WORDS),
    descriptionWords: setOf(WORDS),
    unit: fc.constantFrom(...UNITS),
    netContent: orNull(
      fc.record({
        amount: fc.constantFrom(0.5, 100, 250, 500),
        unit: fc.constantFrom('g', 'kg', 'ml', 'piece'),
      }),
    ),
    capacity: orNull(
      fc.record({
        all: fc.integer({ min: 0, max: 8_000 }),
        promised: fc.float({ min: 0, max: 1, noNaN: true }),
      }),
    ),
    minimumOrder: orNull(fc.integer({ min: 1, max: 6_000 })),
    tiers: fc
      .uniqueArray(
        fc.record({ minimumQuantity: fc.integer({ min: 1, max: 5_000 }), unitPriceMinor: price }),
        {
          maxLength: 4,
          selector: ({ minimumQuantity }) => minimumQuantity,
        },
      )
      .map((tiers) => tiers.sort((a, b) => a.minimumQuantity - b.minimumQuantity)),
    verifiedPapers: setOf<Certification>(PAPERS),
    declaredPapers: setOf<Certification>(PAPERS),
    place: orNull(place),
    hasExported: orNull(fc.boolean()),
    incoterm: orNull(fc.record({ code: fc.constantFrom(...INCOTERMS), place: fc.constant('Jakarta') })),
    languages: orNull(fc.subarray([...LOCALES])),
    leadTimeDays: orNull(fc.integer({ min: 0, max: 120 })),
    readiness: setOf(READINESS_STEPS),
    voices: orNull(
      fc
        .tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 }), fc.nat({ max: 6 }))
        .map(([pleased, disappointed, others]) => ({
          tried: pleased + disappointed + others,
          pleased,
          disappointed,
        })),
    ),
  })
  .map(({ capacity, place: at, ...offer }) => ({
    ...offer,
    monthlyCapacity: capacity?.all ?? null,
    promisedCapacity: capacity ? Math.floor(capacity.all * capacity.promised) : 0,
    regencyCode: at?.regency ?? null,
    provinceCode: at?.province ?? null,
  }))

/** Offers with ids of their own. */
export const anyOffers = fc.uniqueArray(anyOffer, { maxLength: 25, selector: ({ id }) => id })
