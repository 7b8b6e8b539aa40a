import type { DrawingKind } from '~/domain/product/drawing'
import type { PaletteName } from '~/domain/product/drawings/palettes'
import type { BusinessField, TradeUnit } from '~/domain/shared/enums'

/** The same words in Indonesian, English and Arabic. */
export type Three = readonly [id: string, en: string, ar: string]
/** A product's name, and where it differs from its sort: the HS code and the price. */
export type ProductName = readonly [
  id: string,
  en: string,
  ar: string,
  own?: { hs?: string; price?: readonly [low: number, high: number] },
]
export type Storage = 'dry' | 'cool' | 'chilled' | 'frozen' | 'fresh' | 'clean'
/** Papers that such goods need: cosmetic is a BPOM notification. */
export type Paper = 'halal' | 'pirt' | 'bpom' | 'cosmetic' | 'sni'

/** A sort of goods that pesantren make, from which invented products are drawn. */
export interface Archetype {
  kind: DrawingKind
  /** The word on the drawing's label. */
  word: string
  field: BusinessField
  /** The goods in general, for the booth's story. */
  goods: Three
  /** Names of single products. */
  names: readonly ProductName[]
  /** One sentence of description. */
  about: Three
  unit: TradeUnit
  /** Net content of one unit, where it is a package. */
  content?: readonly [number, 'g' | 'kg' | 'ml' | 'l' | 'm' | 'cm' | 'piece']
  /** Whole rupiah a unit, at the smallest quantity. */
  price: readonly [low: number, high: number]
  /** Orders go by this many units. */
  multiple: number
  /** The minimum order in multiples. */
  minimum: readonly [low: number, high: number]
  leadDays: readonly [low: number, high: number]
  /** Units a month. */
  capacity: readonly [low: number, high: number]
  /** Six digits of the Harmonised System 2022; null for services and mixed sets. */
  hs: string | null
  shelfLifeDays?: number
  storage?: Storage
  /** Units in an export carton and the gross weight of one unit in kilograms. */
  carton?: readonly [units: number, kg: number]
  papers: readonly Paper[]
  palettes?: readonly PaletteName[]
  /** Regencies (codes) that are known for it. */
  homes?: readonly string[]
}
