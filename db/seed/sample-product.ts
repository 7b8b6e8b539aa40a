import { DRAWING_PALETTES } from '~/domain/product/drawing'
import { formatDrawingSpec } from '~/domain/product/drawing-spec'
import { rupiah } from '~/domain/shared/money'
import type { priceTier } from '../schema/price-tier'
import type { product } from '../schema/product'
import type { Archetype, ProductName, Storage } from './catalogue/archetype'
import { type Chance, SAMPLE_INSTANT, sampleId } from './chance'
import { slugOf } from './slug'

export type ProductRow = typeof product.$inferInsert
export type PriceTierRow = typeof priceTier.$inferInsert

const STORAGE: Record<Storage, { id: string; en: string; ar: string }> = {
  dry: { id: 'Simpan di tempat kering.', en: 'Keep dry.', ar: 'يُحفظ في مكان جاف.' },
  cool: { id: 'Simpan di tempat sejuk.', en: 'Keep cool.', ar: 'يُحفظ في مكان بارد.' },
  chilled: { id: 'Simpan pada 2–6 °C.', en: 'Keep at 2–6 °C.', ar: 'يُحفظ عند 2–6 درجات مئوية.' },
  frozen: { id: 'Simpan pada −18 °C.', en: 'Keep at −18 °C.', ar: 'يُحفظ عند −18 درجة مئوية.' },
  fresh: { id: 'Segar, tanpa penyimpanan lama.', en: 'Fresh; not for storing.', ar: 'طازج ولا يُخزن طويلاً.' },
  clean: { id: 'Simpan di tempat bersih.', en: 'Keep clean and dry.', ar: 'يُحفظ في مكان نظيف وجاف.' },
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
  const [, , , own] = name
  const id = sampleId(`product:${plan.boothSlug}:${plan.position}`)
  const multiple = archetype.multiple
  const minimumOrder = multiple * chance.between(...archetype.minimum)
  const monthlyCapacity = capacityOf(archetype, minimumOrder, chance)
  const madeToOrder = archetype.storage === 'clean' ? chance.is(0.5) : chance.is(0.25)
  const updatedAt = new Date(SAMPLE_INSTANT.getTime() - chance.between(0, 150) * DAY)
  const carton = cartonOf(archetype, chance)
  const terms = termsOf(plan, chance)
  const row: ProductRow = {
    id,
    organisationId: plan.organisationId,
    slug: `${slugOf(name[0])}-${plan.boothSlug}`,
    state: 'published',
    position: plan.position,
    name: { id: name[0], en: name[1], ar: name[2] },
    description: { id: archetype.about[0], en: archetype.about[1], ar: archetype.about[2] },
    field: archetype.field,
    kind: archetype.kind,
    drawing: formatDrawingSpec({
      kind: archetype.kind,
      palette: chance.pick(archetype.palettes ?? DRAWING_PALETTES),
      wall: plan.walls[plan.position % plan.walls.length] ?? 'sand',
      word: archetype.word,
      variant: chance.between(0, 59),
    }),
    unit: archetype.unit,
    netContent: archetype.content?.[0] ?? null,
    netContentUnit: archetype.content?.[1] ?? null,
    minimumOrder,
    orderMultiple: multiple,
    leadTimeDays: chance.between(...archetype.leadDays),
    madeToOrder,
    monthlyCapacity,
    promisedCapacity: chance.is(0.35) ? 0 : roundDown(monthlyCapacity * chance.next() * 0.7, multiple),
    stock: madeToOrder || chance.is(0.4) ? null : multiple * chance.between(0, 12),
    hsCode: own?.hs ?? archetype.hs,
    shelfLifeDays: archetype.shelfLifeDays ?? null,
    storage: archetype.storage ? STORAGE[archetype.storage] : null,
    ...carton,
    ...terms,
    isSample: true,
    createdAt: new Date(updatedAt.getTime() - chance.between(1, 90) * DAY),
    updatedAt,
  }
  return { row, tiers: tiersOf(id, own?.price ?? archetype.price, minimumOrder, multiple, chance) }
}

const roundDown = (value: number, step: number) => Math.floor(value / step) * step

/** A round number of units, never less than one order. */
function capacityOf(archetype: Archetype, minimumOrder: number, chance: Chance): number {
  const [low, high] = archetype.capacity
  // Many small makers and few large ones.
  const wanted = low + (high - low) * chance.next() ** 2.2
  const step = wanted > 5_000 ? 500 : wanted > 1_000 ? 100 : wanted > 200 ? 20 : 5
  return Math.max(Math.ceil(wanted / step) * step, minimumOrder)
}

function tiersOf(
  productId: string,
  [low, high]: readonly [number, number],
  minimumOrder: number,
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
    tiers.push({ minimumQuantity: Math.ceil(grown / multiple) * multiple, price })
  }
  return tiers.map(({ minimumQuantity, price }) => ({
    productId,
    minimumQuantity,
    unitPriceMinor: rupiah(price).minor,
  }))
}

function cartonOf(archetype: Archetype, chance: Chance) {
  if (!archetype.carton || chance.is(0.15)) return { unitsPerCarton: null, cartonKg: null, cartonCm: null }
  const [units, unitKg] = archetype.carton
  const kg = Math.round((units * unitKg + 0.5) * 10) / 10
  const litres = kg * (archetype.kind === 'chips' || archetype.kind === 'bag' ? 6 : 2.4)
  const side = Math.cbrt(litres * 1_000)
  return {
    unitsPerCarton: units,
    cartonKg: kg,
    cartonCm: [Math.round(side * 1.3), Math.round(side), Math.round(side * 0.77)],
  }
}

function termsOf(plan: ProductPlan, chance: Chance) {
  if (plan.archetype.field === 'jasa') return { incoterm: null, incotermPlace: null }
  if (plan.hasExported && plan.archetype.hs && chance.is(0.6)) {
    return { incoterm: 'FOB' as const, incotermPlace: chance.pick(FOB_PORTS) }
  }
  if (chance.is(0.3)) return { incoterm: 'EXW' as const, incotermPlace: plan.regencyName }
  if (chance.is(0.2)) return { incoterm: 'FCA' as const, incotermPlace: plan.regencyName }
  return { incoterm: null, incotermPlace: null }
}
