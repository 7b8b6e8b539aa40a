import { rupiah } from '~/domain/shared/money'
import { ABROAD_ZONES, HOME_ZONES, type ShippingZone } from '~/domain/shared/order-enums'
import type { exchangeRate, transferAccount } from '../schema/ledger'
import type { sampleOffer, shippingRate } from '../schema/sample-offer'
import type { Three } from './catalogue/archetype'
import { travels } from './catalogue/export-goods'
import { type Chance, chanceOf, SAMPLE_INSTANT } from './chance'
import type { SampleBooth } from './sample-booth'
import type { PriceTierRow, ProductRow } from './sample-product'

type OfferRow = typeof sampleOffer.$inferInsert
type RateRow = typeof shippingRate.$inferInsert

export interface SampleOffers {
  offers: OfferRow[]
  rates: RateRow[]
}

/** Booths of the sample accounts: all their goods that can be sampled have an offer, and everything can be sent. */
const SHOWN_BOOTHS = ['darul-muttaqin-3', 'darul-maarif-5']
/** Of the goods that can be sampled at all; so about a third of all goods has an offer. */
const OFFERED = 0.42
/** Dearer things are shown, not given. */
const DEAREST = rupiah(150_000).minor
const HEAVIEST_GRAMS = 6_000

/**
 * Of which goods samples can be had, and what sending them costs, for the sample's booths: always the same,
 * from chances of their own, so that the goods themselves don't change.
 */
export function sampleOffers(booths: readonly SampleBooth[]): SampleOffers {
  const made: SampleOffers = { offers: [], rates: [] }
  for (const { organisation, products, tiers } of booths) {
    const isShown = SHOWN_BOOTHS.includes(organisation.slug)
    const offers = products.flatMap((row) => offerOf(row, tiers, isShown))
    made.offers.push(...offers)
    if (offers.some(({ shipsHome, shipsAbroad }) => shipsHome || shipsAbroad)) {
      const abroad = offers.some(({ shipsAbroad }) => shipsAbroad)
      made.rates.push(...ratesOf(organisation.id, organisation.slug, { abroad, isShown }))
    }
  }
  return made
}

function offerOf(row: ProductRow, tiers: readonly PriceTierRow[], isShown: boolean): OfferRow[] {
  const chance = chanceOf(`sample-offer:${row.slug}`)
  const taste = tasteOf(row)
  const unitPrice = tiers.find(({ productId }) => productId === row.id)?.unitPriceMinor
  if (!taste || unitPrice === undefined || !(isShown || chance.is(OFFERED))) return []
  const worth = unitPrice * taste.share
  if (worth > DEAREST) return []
  const hs = row.hsCode ?? null
  const keeps = { hs, ...(row.shelfLifeDays == null ? {} : { shelfLifeDays: row.shelfLifeDays }) }
  const isFree = worth < rupiah(15_000).minor && chance.is(0.45)
  // What spoils on the way is tried on the spot.
  const shipsHome = (row.shelfLifeDays ?? 365) > 7
  const isGone = !isShown && chance.is(0.06)
  return [
    {
      productId: row.id,
      state: !isShown && chance.is(0.04) ? 'closed' : 'open',
      priceMinor: isFree ? 0 : roundedUp(worth * (1 + chance.next() * 0.15)),
      size: taste.size,
      weightGrams: taste.grams,
      limitPerBuyer: chance.between(1, isFree ? 2 : 4),
      onHand: isGone ? 0 : chance.between(isShown ? 12 : 3, 40),
      shipsHome,
      shipsAbroad: shipsHome && travels(keeps) && (isShown || chance.is(0.3)),
      handsOver: !shipsHome || chance.is(0.7),
      updatedAt: SAMPLE_INSTANT,
    },
  ]
}

interface Taste {
  size: { id: string; en: string; ar: string }
  /** As it is sent. */
  grams: number
  /** Of one unit's price. */
  share: number
}

/** What one gets to try of a product; null: of its kind nobody sends a sample. */
function tasteOf(row: ProductRow): Taste | null {
  // Live animals and fish can't be tried.
  if (row.field === 'jasa' || row.hsCode?.startsWith('01') || row.hsCode?.startsWith('0301')) return null
  if (row.unit === 'kg') {
    return taste(['250 g dalam kantong', '250 g in a bag', '250 غ في كيس'], 290, 0.3)
  }
  if (row.unit === 'litre') {
    return taste(['Botol 250 ml', '250 ml in a bottle', '250 مل في قارورة'], 330, 0.3)
  }
  if (row.unit === 'sheet') {
    return taste(['Potongan 20 × 30 cm', 'A piece of 20 × 30 cm', 'قطعة بقياس 20 × 30 سم'], 60, 0.08)
  }
  const one = ONE[row.unit]
  const grams = gramsOf(row)
  if (!one || grams > HEAVIEST_GRAMS) return null
  const content = contentOf(row)
  return taste([`1 ${one[0]}${content[0]}`, `1 ${one[1]}${content[1]}`, `${one[2]}${content[2]}`], grams, 1)
}

function taste([id, en, ar]: Three, grams: number, share: number): Taste {
  return { size: { id, en, ar }, grams, share }
}

const ONE: Partial<Record<ProductRow['unit'], Three>> = {
  piece: ['buah', 'piece', 'قطعة واحدة'],
  pack: ['kemasan', 'pack', 'عبوة واحدة'],
  jar: ['stoples', 'jar', 'برطمان واحد'],
  bottle: ['botol', 'bottle', 'قارورة واحدة'],
  box: ['kotak', 'box', 'علبة واحدة'],
  tin: ['kaleng', 'tin', 'علبة معدنية واحدة'],
  bar: ['batang', 'bar', 'لوح واحد'],
  loaf: ['roti', 'loaf', 'رغيف واحد'],
  tray: ['baki', 'tray', 'طبق واحد'],
  set: ['set', 'set', 'طقم واحد'],
  pair: ['pasang', 'pair', 'زوج واحد'],
}

const CONTENT: Record<string, Three> = {
  g: ['g', 'g', 'غ'],
  kg: ['kg', 'kg', 'كغ'],
  ml: ['ml', 'ml', 'مل'],
  l: ['l', 'l', 'لتر'],
}

/** ', 250 g', where the goods say what is in one. */
function contentOf({ netContent, netContentUnit }: ProductRow): Three {
  const unit = CONTENT[netContentUnit ?? '']
  if (netContent == null || !unit) return ['', '', '']
  return [`, ${netContent} ${unit[0]}`, `, ${netContent} ${unit[1]}`, `، ${netContent} ${unit[2]}`]
}

function gramsOf({ netContent, netContentUnit, cartonKg, unitsPerCarton }: ProductRow): number {
  if (cartonKg && unitsPerCarton) return Math.ceil((cartonKg * 1_000) / unitsPerCarton / 10) * 10 + 40
  const scale = { g: 1, ml: 1, kg: 1_000, l: 1_000, m: 0, cm: 0, piece: 0 }[netContentUnit ?? 'piece']
  const net = (netContent ?? 0) * scale
  return net > 0 ? Math.ceil((net * 1.1) / 10) * 10 + 60 : 450
}

/** To the next 500 rupiah. */
const roundedUp = (minor: number) => rupiah(Math.max(1, Math.ceil(minor / 50_000)) * 500).minor

/** Rupiah up to a kilogram, what each further one costs, and usual days. */
const HOME: Record<(typeof HOME_ZONES)[number], readonly [first: number, next: number, days: number]> = {
  regency: [9_000, 4_000, 1],
  province: [12_000, 6_000, 2],
  java: [19_000, 11_000, 3],
  indonesia: [42_000, 28_000, 6],
}
const ABROAD: Record<(typeof ABROAD_ZONES)[number], readonly [first: number, next: number, days: number]> = {
  'southeast-asia': [265_000, 95_000, 6],
  'east-asia': [345_000, 125_000, 7],
  'south-asia': [385_000, 140_000, 9],
  'middle-east': [420_000, 155_000, 8],
  europe: [495_000, 175_000, 9],
  africa: [560_000, 205_000, 12],
  americas: [565_000, 205_000, 11],
  oceania: [455_000, 165_000, 9],
}
const HOME_KILOGRAMS = [1, 3, 5]
const ABROAD_KILOGRAMS = [1, 3]

/** A table as the pesantren would fill it: not every one knows every way, and what is left out has to be asked. */
function ratesOf(
  organisationId: string,
  slug: string,
  { abroad, isShown }: { abroad: boolean; isShown: boolean },
): RateRow[] {
  const chance = chanceOf(`shipping:${slug}`)
  const dearness = 0.9 + chance.next() * 0.3
  const rows = (
    zone: ShippingZone,
    [first, next, days]: readonly [number, number, number],
    weights: number[],
  ) =>
    weights.map((kilograms) => ({
      organisationId,
      zone,
      upToGrams: kilograms * 1_000,
      priceMinor: roundedUp(rupiah(first + next * (kilograms - 1)).minor * dearness),
      days,
    }))
  const home = HOME_ZONES.filter(
    (zone) => isShown || zone === 'province' || zone === 'java' || chance.is(0.8),
  )
  const far = ABROAD_ZONES.filter((zone) => abroad && knowsAbroad(zone, isShown, chance))
  return [
    ...home.flatMap((zone) => rows(zone, HOME[zone], HOME_KILOGRAMS)),
    ...far.flatMap((zone) => rows(zone, ABROAD[zone], ABROAD_KILOGRAMS)),
  ]
}

function knowsAbroad(zone: ShippingZone, isShown: boolean, chance: Chance): boolean {
  if (zone === 'southeast-asia' || zone === 'middle-east') return true
  const isAsked = zone === 'africa' || zone === 'americas'
  return isShown ? !isAsked : chance.is(isAsked ? 0.15 : 0.45)
}

/** Nobody has it: a bank that doesn't exist. */
export const SAMPLE_TRANSFER_ACCOUNT: typeof transferAccount.$inferInsert = {
  isSample: true,
  bank: 'Bank Contoh',
  number: '000 111 222 333',
  holder: 'Panitia OPOP 01 (data contoh)',
  updatedAt: SAMPLE_INSTANT,
}

const SOURCE = 'Angka contoh, bukan kurs resmi'

/** So that the indication can be seen: round figures, said to be invented; the organiser keeps true ones. */
export const SAMPLE_EXCHANGE_RATES: (typeof exchangeRate.$inferInsert)[] = (
  [
    ['USD', '2026-09-01', 16_400],
    ['EUR', '2026-09-01', 18_900],
    ['SAR', '2026-09-01', 4_370],
    ['MYR', '2026-09-01', 3_850],
    ['JPY', '2026-09-01', 110],
    ['USD', '2026-10-01', 16_500],
    ['EUR', '2026-10-01', 19_100],
    ['SAR', '2026-10-01', 4_400],
    ['MYR', '2026-10-01', 3_900],
    ['JPY', '2026-10-01', 111],
  ] as const
).map(([currency, validOn, value]) => ({
  currency,
  validOn,
  idrMinorPerUnit: rupiah(value).minor,
  source: SOURCE,
  createdAt: new Date(`${validOn}T02:00:00Z`),
}))
