import type { DrawingKind } from '~/domain/product/drawing'
import type { PaletteName } from '~/domain/product/drawings/palettes'
import type { BusinessField, TradeUnit } from '~/domain/shared/enums'

/** The same words in Indonesian, English and Arabic. */
export type Three = readonly [id: string, en: string, ar: string]
/** A product's name, and what is its own where it differs from its sort. */
export type ProductName = readonly [id: string, en: string, ar: string, own?: Partial<Traits>]
export type Storage = 'dry' | 'cool' | 'chilled' | 'iced' | 'frozen' | 'fresh' | 'shade' | 'clean'
/** Papers that such goods need: cosmetic is a BPOM notification, sni-3553 the standard of mineral water. */
export type Paper = 'halal' | 'pirt' | 'bpom' | 'cosmetic' | 'sni-3553'

/** What the goods of a sort have in common, unless a name says otherwise. */
export interface Traits {
  /** The word on the drawing's label: a word of the Indonesian name. */
  word: string
  /** The drawing, where another one than the kind's shows the goods better. */
  drawing?: DrawingKind
  /** Which of the drawing's three forms (its variant modulo three) show these goods; all when absent. */
  forms?: readonly (0 | 1 | 2)[]
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
  /** Made to order: always (nothing is in stock), never; by chance when absent. */
  order?: 'always' | 'never'
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
}

/** A sort of goods that pesantren make, from which invented products are drawn. */
export interface Archetype extends Traits {
  /** What sort of goods it is, in the words of the drawings. */
  kind: DrawingKind
  field: BusinessField
  /** The goods in general, for the booth's story. */
  goods: Three
  /** Names of single products. */
  names: readonly ProductName[]
  /** Regencies (codes) that are known for it. */
  homes?: readonly string[]
}
