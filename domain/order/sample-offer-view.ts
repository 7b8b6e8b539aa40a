import type { FoundText } from '../shared/locale'
import type { ShelfPhoto } from '../shared/shelf'

/** How a product's sample can be had, for everybody. */
export interface SampleOfferView {
  /** Of one, in minor units of IDR; 0: free. */
  priceMinor: number
  size: FoundText
  /** How many one buyer may have. */
  limit: number
  /** How many can be given now. */
  left: number
  shipsHome: boolean
  shipsAbroad: boolean
  handsOver: boolean
}

/** gone: it isn't offered any more. sold-out: none is left. too-many: more than are left or than one buyer may have. */
export type CartProblem = 'gone' | 'sold-out' | 'too-many'

export interface CartLine extends SampleOfferView {
  slug: string
  name: FoundText
  drawing: string
  photo?: ShelfPhoto
  quantity: number
  lineMinor: number
  /** How many can be chosen now. */
  most: number
  problem: CartProblem | null
}

/** What one pesantren is asked for: it becomes one order. */
export interface CartGroup {
  booth: { slug: string; name: string; nameArabic: string | null; isSample: boolean }
  lines: CartLine[]
  /** Of what can be had. */
  itemsMinor: number
  /** All of it can be had as it is. */
  isReady: boolean
}

export interface CartView {
  groups: CartGroup[]
  /** In the cart, and not offered any more, or not to this reader. */
  gone: string[]
}
