import { DRAWING_PALETTES } from '~/domain/product/drawing'
import { formatDrawingSpec } from '~/domain/product/drawing-spec'
import { rupiah } from '~/domain/shared/money'
import { slugOf } from '~/domain/shared/slug'
import type { priceTier } from '../schema/price-tier'
import type { product } from '../schema/product'
import type { Archetype, ProductName, Storage, Traits } from './catalogue/archetype'
import { travels } from './catalogue/export-goods'
import { type Chance, SAMPLE_INSTANT, sampleId } from './chance'

export type ProductRow = typeof product.$inferInsert
export type PriceTierRow = typeof priceTier.$inferInsert

const STORAGE: Record<Storage, { id: string; en: string; ar: string }> = {
  dry: { id: 'Simpan di tempat kering.', en: 'Keep dry.', ar: 'يُحفظ في مكان جاف.' },
  cool: { id: 'Simpan di tempat sejuk.', en: 'Keep in a cool place.', ar: 'يُحفظ في مكان بارد.' },
  chilled: { id: 'Simpan pada 2–6 °C.', en: 'Keep at 2–6 °C.', ar: 'يُحفظ عند 2–6 درجات مئوية.' },
  iced: {
    id: 'Simpan dalam es pada 0–4 °C.',
    en: 'Keep on ice at 0–4 °C.',
    ar: 'يُحفظ على الثلج عند 0–4 درجات مئوية.',
  },
  frozen: { id: 'Simpan pada −18 °C.', en: 'Keep at −18 °C.', ar: 'يُحفظ عند −18 درجة مئوية.' },
  fresh: {
    id: 'Segar, jangan disimpan lama.',
    en: 'Fresh; not for long storage.',
    ar: 'طازج، ولا يُخزّن طويلًا.',
  },
  shade: {
    id: 'Simpan di tempat teduh dan siram tiap hari.',
    en: 'Keep in the shade and water daily.',
    ar: 'يُحفظ في الظل ويُسقى كل يوم.',
  },
  clean: {
    id: 'Simpan di tempat bersih dan kering.',
    en: 'Keep clean and dry.',
    ar: 'يُحفظ في مكان نظيف وجاف.',
  },
}

const DAY = 86_400_000
const FOB_PORTS = ['Tanjung Priok, Jakarta', 'Patimban, Subang']

export interface ProductPlan {
  /** Name of the booth's slug, and which of its products this is. */
  boothSlug: string
  organisationId: string
  position: number
  archetype: Archetype
  name: ProductName
  walls: readonly string[]
  regencyName: string
  hasExported: boolean
}

/** Rupiah that people would write on a price list. */
function rounded(value: number): number {
  const step =
    value < 5_000 ? 50 : value < 20_000 ? 100 : value < 200_000 ? 500 : value < 1_000_000 ? 1_000 : 5_000
  return Math.max(step, Math.round(value / step) * step)
}

/** One invented product with its price tiers, each cheaper than the one before. */
export function sampleProduct(plan: ProductPlan, chance: Chance): { row: ProductRow; tiers: PriceTierRow[] } {
  const { archetype, name } = plan
  const traits = traitsOf(archetype, name)
  const id = sampleId(`product:${plan.boothSlug}:${plan.position}`)
  const multiple = traits.multiple
  const minimumOrder = multiple * chance.between(...traits.minimum)
  const monthlyCapacity = capacityOf(traits, minimumOrder, chance)
  const madeToOrder = isMadeToOrder(traits, chance)
  const updatedAt = new Date(SAMPLE_INSTANT.getTime() - chance.between(0, 150) * DAY)
  const carton = cartonOf(archetype, traits, chance)
  const terms = termsOf(plan, traits, chance)
  const row = {
    id,
    organisationId: plan.organisationId,
    slug: `${slugOf(name[0])}-${plan.boothSlug}`,
    state: 'published',
    position: plan.position,
    name: { id: name[0], en: name[1], ar: name[2] },
    description: { id: traits.about[0], en: traits.about[1], ar: traits.about[2] },
    field: archetype.field,
    kind: archetype.kind,
    drawing: formatDrawingSpec({
      kind: traits.drawing ?? archetype.kind,
      palette: chance.pick(traits.palettes ?? DRAWING_PALETTES),
      wall: plan.walls[plan.position % plan.walls.length] ?? 'sand',
      word: traits.word,
      variant: variantOf(traits, chance),
    }),
    unit: traits.unit,
    netContent: traits.content?.[0] ?? null,
    netContentUnit: traits.content?.[1] ?? null,
    minimumOrder,
    orderMultiple: multiple,
    leadTimeDays: chance.between(...traits.leadDays),
    madeToOrder,
    monthlyCapacity,
    promisedCapacity: chance.is(0.35) ? 0 : roundDown(monthlyCapacity * chance.next() * 0.7, multiple),
    stock: madeToOrder ? null : stockOf(archetype, traits, minimumOrder, monthlyCapacity, chance),
    hsCode: traits.hs,
    shelfLifeDays: traits.shelfLifeDays ?? null,
    storage: traits.storage ? STORAGE[traits.storage] : null,
    ...carton,
    ...terms,
    isSample: true,
    createdAt: new Date(updatedAt.getTime() - chance.between(1, 90) * DAY),
    updatedAt,
  } satisfies ProductRow
  return { row, tiers: tiersOf(row, traits.price, multiple, chance) }
}

/** What is true of one product: its sort's traits, where its name has none of its own. */
export function traitsOf(archetype: Archetype, [, , , own]: ProductName): Traits {
  return { ...archetype, ...own }
}

/** 0 to 59, of a form that shows the goods. */
function variantOf({ forms }: Traits, chance: Chance): number {
  const variant = chance.between(0, 59)
  return forms ? variant - (variant % 3) + chance.pick(forms) : variant
}

function isMadeToOrder({ order, storage }: Traits, chance: Chance): boolean {
  if (order) return order === 'always'
  // What grows or is caught isn't made.
  if (storage === 'fresh' || storage === 'iced' || storage === 'shade') return false
  return chance.is(storage === 'clean' ? 0.5 : 0.25)
}

/** Enough for one order at least; nothing of services and of what keeps no longer than a week. */
function stockOf(
  { field }: Archetype,
  { shelfLifeDays = 365, multiple }: Traits,
  minimumOrder: number,
  monthlyCapacity: number,
  chance: Chance,
): number | null {
  if (field === 'jasa' || shelfLifeDays <= 7 || chance.is(0.4)) return null
  const most = Math.max(minimumOrder, roundDown(monthlyCapacity, multiple))
  return Math.min(most, minimumOrder + multiple * chance.between(0, 10))
}

const roundDown = (value: number, step: number) => Math.floor(value / step) * step

/** A round number of units, never less than one order. */
function capacityOf({ capacity: [low, high] }: Traits, minimumOrder: number, chance: Chance): number {
  // Many small makers and few large ones.
  const wanted = low + (high - low) * chance.next() ** 2.2
  const step = wanted > 5_000 ? 500 : wanted > 1_000 ? 100 : wanted > 200 ? 20 : 5
  return Math.max(Math.ceil(wanted / step) * step, minimumOrder)
}

function tiersOf(
  {
    id: productId,
    minimumOrder,
    monthlyCapacity,
  }: ProductRow & { minimumOrder: number; monthlyCapacity: number },
  [low, high]: readonly [number, number],
  multiple: number,
  chance: Chance,
): PriceTierRow[] {
  const first = rounded(low + (high - low) * chance.next())
  const tiers = [{ minimumQuantity: minimumOrder, price: first }]
  const count = chance.between(2, 4)
  for (let at = 1; at < count; at++) {
    const before = tiers[at - 1]
    if (!before) break
    const price = rounded(before.price * (1 - (0.03 + chance.next() * 0.04)))
    // A step that rounding swallowed is no tier.
    if (price >= before.price) break
    const grown = before.minimumQuantity * chance.between(2, 3)
    const minimumQuantity = Math.ceil(grown / multiple) * multiple
    // Nobody offers a price for more than a month's work.
    if (minimumQuantity > monthlyCapacity) break
    tiers.push({ minimumQuantity, price })
  }
  return tiers.map(({ minimumQuantity, price }) => ({
    productId,
    minimumQuantity,
    unitPriceMinor: rupiah(price).minor,
  }))
}

function cartonOf({ kind }: Archetype, { carton }: Traits, chance: Chance) {
  if (!carton || chance.is(0.15)) return { unitsPerCarton: null, cartonKg: null, cartonCm: null }
  const [units, unitKg] = carton
  const kg = Math.round((units * unitKg + 0.5) * 10) / 10
  const litres = kg * (kind === 'chips' || kind === 'bag' ? 6 : 2.4)
  const side = Math.cbrt(litres * 1_000)
  return {
    unitsPerCarton: units,
    cartonKg: kg,
    cartonCm: [Math.round(side * 1.3), Math.round(side), Math.round(side * 0.77)],
  }
}

function termsOf(plan: ProductPlan, traits: Traits, chance: Chance) {
  if (plan.archetype.field === 'jasa') return { incoterm: null, incotermPlace: null }
  if (plan.hasExported && travels(traits) && chance.is(0.6)) {
    return { incoterm: 'FOB' as const, incotermPlace: chance.pick(FOB_PORTS) }
  }
  if (chance.is(0.3)) return { incoterm: 'EXW' as const, incotermPlace: plan.regencyName }
  if (chance.is(0.2)) return { incoterm: 'FCA' as const, incotermPlace: plan.regencyName }
  return { incoterm: null, incotermPlace: null }
}
