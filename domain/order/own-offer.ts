import type { ProductState } from '../shared/enums'
import type { FoundText } from '../shared/locale'
import type { OfferFields } from './sample-offer.schema'

/** One of the pesantren's goods with its sample, where there is one. */
export interface OwnOffer {
  productId: string
  slug: string
  name: FoundText
  productState: ProductState
  isSample: boolean
  /** null: no sample is offered. */
  offer: OfferFields | null
  /** 0 without an offer. */
  version: number
  /** Kept back for orders that aren't on their way yet. */
  held: number
}
