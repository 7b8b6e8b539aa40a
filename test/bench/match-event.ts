import { BUSINESS_FIELDS, type BusinessField } from '~/domain/shared/enums'
import type { Locale } from '~/domain/shared/locale'
import { READINESS_STEPS } from '~/domain/shared/reason'
import type { Demand, Offer } from '~/matching/offer'
import { createRandom, type Random } from '~/matching/random'

/** How large an event is; a day's slots include those of its prayers. */
export interface EventSize {
  sellers: number
  buyers: number
  days: number
  slotsPerDay: number
  seed: number
}

export interface EventParticipant {
  id: string
  seats: number
  /** Numbered slots (prayers have no number) in which it can't meet. */
  away: number[]
  /** The most meetings that it wants. */
  maximum: number
  /** Has been at no meeting yet. */
  isNew: boolean
}
export interface EventSeller extends EventParticipant {
  field: BusinessField
  offer: Offer
  place: { latitude: number; longitude: number }
}
export interface EventBuyer extends EventParticipant {
  needs: { id: string; demand: Demand }[]
}

export interface GeneratedEvent {
  size: EventSize
  sellers: EventSeller[]
  buyers: EventBuyer[]
  /** Numbered slots over all days; prayers are left out. */
  slotCount: number
  dayStarts: number[]
  /** For each slot. */
  tables: number[]
  /** Indexes into `buyers` and `sellers`: a wish of one side that they never meet. */
  never: { from: 'buyer' | 'seller'; buyer: number; seller: number }[]
}

/** The sizes of the engine's bench, the middle one being as many as once took part. */
export const EVENT_SIZES = {
  small: { sellers: 500, buyers: 77, days: 1, slotsPerDay: 16 },
  medium: { sellers: 1074, buyers: 120, days: 2, slotsPerDay: 16 },
  large: { sellers: 5018, buyers: 400, days: 3, slotsPerDay: 20 },
} as const
export type EventSizeName = keyof typeof EVENT_SIZES

const FIELDS = BUSINESS_FIELDS.slice(0, 10)
const PRAYERS_A_DAY = 2
const UNAVAILABLE = 0.1
const TWO_SEATS = 0.05
const NEVER = 0.02
const TABLES_A_BUYER = 0.9
const SELLER_MAXIMUM = 10
const BUYER_MAXIMUM = 25
const GOODS_A_FIELD = 4
const REGENCIES = 27
/** West Java, roughly: south to north and west to east, in degrees. */
const BOX = { south: -7.8, north: -6.0, west: 106.4, east: 108.8 }

/**
 * An event whose parameters were fixed before anything was solved: ten fields with Zipf(1) shares, one to
 * three needs a buyer, 25 meetings wanted by a buyer (or as many as it has free slots), at most ten by a
 * seller, each slot unavailable to each participant with probability 0.1, two seats for 5 % of the sellers,
 * 2 % of all pairs never to meet, tables for nine of ten buyers, two prayers a day. The same for the same
 * size and seed.
 */
export function generateEvent(size: EventSize): GeneratedEvent {
  const random = createRandom(size.seed)
  const perDay = size.slotsPerDay - PRAYERS_A_DAY
  const slotCount = perDay * size.days
  const regencies = Array.from({ length: REGENCIES }, (_, at) => ({
    code: `32.${String(at + 1).padStart(2, '0')}`,
    latitude: between(random, BOX.south, BOX.north),
    longitude: between(random, BOX.west, BOX.east),
  }))
  const sellers = Array.from({ length: size.sellers }, (_, at) => sellerOf(at))
  const buyers = Array.from({ length: size.buyers }, (_, at) => buyerOf(at))
  const never: GeneratedEvent['never'] = []
  for (let buyer = 0; buyer < size.buyers; buyer += 1) {
    for (let seller = 0; seller < size.sellers; seller += 1) {
      if (random.next() < NEVER) never.push({ from: random.next() < 0.5 ? 'buyer' : 'seller', buyer, seller })
    }
  }
  return {
    size,
    sellers,
    buyers,
    slotCount,
    dayStarts: Array.from({ length: size.days }, (_, day) => day * perDay),
    tables: new Array<number>(slotCount).fill(Math.floor(size.buyers * TABLES_A_BUYER)),
    never,
  }

  function participant(id: string, seats: number, wanted: number): EventParticipant {
    const away: number[] = []
    for (let slot = 0; slot < slotCount; slot += 1) if (random.next() < UNAVAILABLE) away.push(slot)
    const maximum = Math.min(wanted, (slotCount - away.length) * seats)
    return { id, seats, away, maximum, isNew: random.next() < 0.3 }
  }

  function sellerOf(at: number): EventSeller {
    const id = `seller-${String(at).padStart(5, '0')}`
    const field = pickZipf(random, FIELDS)
    const regency = pick(random, regencies)
    return {
      ...participant(id, random.next() < TWO_SEATS ? 2 : 1, SELLER_MAXIMUM),
      field,
      offer: offerOf(random, id, field, regency.code),
      place: {
        latitude: regency.latitude + between(random, -0.1, 0.1),
        longitude: regency.longitude + between(random, -0.1, 0.1),
      },
    }
  }

  function buyerOf(at: number): EventBuyer {
    const id = `buyer-${String(at).padStart(4, '0')}`
    const needs = Array.from({ length: 1 + random.below(3) }, (_, number) => ({
      id: `${id}-need-${number}`,
      demand: demandOf(random, pickZipf(random, FIELDS), pick(random, regencies).code),
    }))
    return { ...participant(id, 1, BUYER_MAXIMUM), needs }
  }
}

function offerOf(random: Random, id: string, field: BusinessField, regencyCode: string): Offer {
  const price = priceOf(random)
  const papers = () =>
    new Set(['halal', 'pirt-bpom', 'nib'].filter(() => random.next() < 0.4)) as Offer['declaredPapers']
  const capacity = Math.round(logBetween(random, 100, 5000))
  const minimum = Math.max(1, Math.round(capacity * between(random, 0.01, 0.3)))
  return {
    id: `${id}-product`,
    organisationId: id,
    field,
    nameWords: new Set([goodsWord(random, field)]),
    descriptionWords: random.next() < 0.3 ? new Set([goodsWord(random, field)]) : new Set(),
    unit: 'kg',
    netContent: null,
    monthlyCapacity: random.next() < 0.1 ? null : capacity,
    promisedCapacity: random.next() < 0.3 ? Math.round(capacity * between(random, 0, 0.8)) : 0,
    minimumOrder: minimum,
    tiers: [
      { minimumQuantity: minimum, unitPriceMinor: price },
      { minimumQuantity: minimum * 5, unitPriceMinor: Math.round(price * 0.9) },
    ],
    verifiedPapers: random.next() < 0.5 ? papers() : new Set(),
    declaredPapers: papers(),
    regencyCode,
    provinceCode: '32',
    hasExported: random.next() < 0.3 ? null : random.next() < 0.15,
    incoterm: random.next() < 0.1 ? { code: 'FOB', place: 'Jakarta' } : null,
    languages: random.next() < 0.2 ? null : languagesOf(random),
    leadTimeDays: random.next() < 0.2 ? null : 1 + random.below(60),
    readiness: new Set(READINESS_STEPS.filter(() => random.next() < 0.6)),
    voices: null,
  }
}

function demandOf(random: Random, field: BusinessField, regencyCode: string): Demand {
  const abroad = random.next() < 0.4
  return {
    field,
    words: [goodsWord(random, field)],
    monthlyVolume: Math.round(logBetween(random, 100, 6000)),
    unit: 'kg',
    targetPriceMinor: random.next() < 0.3 ? null : priceOf(random),
    requiredPapers: random.next() < 0.1 ? ['halal'] : [],
    destinationCountry: abroad ? pick(random, ['SA', 'AE', 'TR', 'IT']) : 'ID',
    destinationRegency: abroad ? null : regencyCode,
    destinationProvince: abroad ? null : '32',
    language: abroad ? pick<Locale>(random, ['en', 'ar']) : 'id',
    daysUntilNeeded: random.next() < 0.5 ? null : 5 + random.below(60),
  }
}

function goodsWord(random: Random, field: BusinessField): string {
  return `${field}-${random.below(GOODS_A_FIELD)}`
}

function priceOf(random: Random): number {
  return Math.round(logBetween(random, 20_000, 80_000)) * 100
}

function languagesOf(random: Random): Locale[] {
  const more: Locale[] = ['en', 'ar']
  return ['id', ...more.filter(() => random.next() < 0.25)]
}

function between(random: Random, low: number, high: number): number {
  return low + random.next() * (high - low)
}

function logBetween(random: Random, low: number, high: number): number {
  return low * (high / low) ** random.next()
}

function pick<T>(random: Random, from: readonly T[]): T {
  return itemAt(from, random.below(from.length))
}

/** The k-th has a share of 1/k, all of them together the whole. */
function pickZipf<T>(random: Random, from: readonly T[]): T {
  const total = from.reduce((sum, _, at) => sum + 1 / (at + 1), 0)
  let left = random.next() * total
  const found = from.findIndex((_, at) => {
    left -= 1 / (at + 1)
    return left < 0
  })
  return itemAt(from, found < 0 ? from.length - 1 : found)
}

function itemAt<T>(from: readonly T[], at: number): T {
  const item = from[at]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}
