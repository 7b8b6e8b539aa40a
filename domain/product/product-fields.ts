import type { BusinessField, Incoterm, TradeUnit } from '../shared/enums'
import type { LocalizedText } from '../shared/locale'
import type { PriceTier } from './price-tiers'

export const NET_CONTENT_UNITS = ['g', 'kg', 'ml', 'l', 'm', 'cm', 'piece'] as const
export type NetContentUnit = (typeof NET_CONTENT_UNITS)[number]

/** All that a pesantren says of a product. Money in minor units of IDR for one unit, capacity in units a month. */
export interface ProductFields {
  name: LocalizedText
  description: LocalizedText | null
  storage: LocalizedText | null
  field: BusinessField
  /** See drawing-kinds.ts. */
  kind: string
  unit: TradeUnit
  netContent: number | null
  netContentUnit: NetContentUnit | null
  /** In the order of quantity. */
  tiers: PriceTier[]
  /** Said expressly: no price is stated, buyers ask. */
  asksPrice: boolean
  minimumOrder: number | null
  orderMultiple: number | null
  monthlyCapacity: number | null
  promisedCapacity: number
  stock: number | null
  leadTimeDays: number | null
  madeToOrder: boolean | null
  shelfLifeDays: number | null
  unitsPerCarton: number | null
  cartonKg: number | null
  /** Length, width and height. */
  cartonCm: number[] | null
  hsCode: string | null
  incoterm: Incoterm | null
  incotermPlace: string | null
}
