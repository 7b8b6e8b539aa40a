import type { PhotoView } from '../photo/photo-view'
import type { BusinessField, Incoterm, TradeUnit } from '../shared/enums'
import type { FoundText } from '../shared/locale'
import type { Paper, ShelfProduct } from '../shared/shelf'
import type { PriceTier } from './price-tiers'

export interface ProductView {
  slug: string
  name: FoundText
  /** The Indonesian name, where the reader's is another. */
  originalName: string | null
  description: FoundText | null
  field: BusinessField
  drawing: string
  /** Where there are any, they stand in place of the drawing. */
  photos: PhotoView[]
  isSample: boolean
  unit: TradeUnit
  netContent: { amount: number; unit: 'g' | 'kg' | 'ml' | 'l' | 'm' | 'cm' | 'piece' } | null
  /** In the order of quantity; none: no price is stated. */
  tiers: PriceTier[]
  minimumOrder: number | null
  orderMultiple: number | null
  leadTimeDays: number | null
  madeToOrder: boolean | null
  monthlyCapacity: number | null
  promisedCapacity: number
  stock: number | null
  hsCode: string | null
  shelfLifeDays: number | null
  storage: FoundText | null
  unitsPerCarton: number | null
  cartonKg: number | null
  cartonCm: number[] | null
  incoterm: Incoterm | null
  incotermPlace: string | null
  /** Whether visitors see its booth; else only its own people and the organiser do. */
  isShown: boolean
  version: number
  booth: {
    slug: string
    name: string
    nameArabic: string | null
    regency: { code: string; name: string } | null
    contact: 'whatsapp' | 'form'
    /** It stands in the open hall. */
    inHall: boolean
  }
  papers: Paper[]
  /** Others on the same shelf. */
  others: ShelfProduct[]
  /** What the reader chose, where it can be ordered. */
  quantity: number | null
  /** The message that a chat opens with, in the language of the reader. */
  draft: string
}
