import type { TradeUnit } from '~/domain/shared/enums'
import type { Offer } from './offer'

type NetContent = NonNullable<Offer['netContent']>

/** What a package's net content makes of which trade unit: 500 g are 500/1000 kg. */
const CONTENT: Record<NetContent['unit'], { unit: TradeUnit; parts: number } | null> = {
  g: { unit: 'kg', parts: 1000 },
  kg: { unit: 'kg', parts: 1 },
  ml: { unit: 'litre', parts: 1000 },
  l: { unit: 'litre', parts: 1 },
  piece: { unit: 'piece', parts: 1 },
  // Cloth by its length: there is no trade unit for metres.
  m: null,
  cm: null,
}

/**
 * How many of the need's units one of the offer's is, as a fraction so that whole numbers stay exact;
 * null: the two can't be compared ('pack' and 'jar', or a package whose content nobody stated).
 */
export interface Rate {
  times: number
  over: number
}

export function rateInto(
  needed: TradeUnit,
  { unit, netContent }: Pick<Offer, 'unit' | 'netContent'>,
): Rate | null {
  if (unit === needed) return { times: 1, over: 1 }
  if (!netContent || netContent.amount <= 0) return null
  const content = CONTENT[netContent.unit]
  return content?.unit === needed ? { times: netContent.amount, over: content.parts } : null
}

/** A quantity in the offer's units as one in the need's. */
export function quantityInto({ times, over }: Rate, quantity: number): number {
  return (quantity * times) / over
}

/** A quantity in the need's units as one in the offer's. */
export function quantityFrom({ times, over }: Rate, quantity: number): number {
  return (quantity * over) / times
}

/** The price of one of the offer's units as that of one of the need's, in whole minor units. */
export function priceInto({ times, over }: Rate, priceMinor: number): number {
  return Math.round((priceMinor * over) / times)
}

/** For a sentence: whole numbers from 100 upwards, else one decimal; never more than there is. */
export function shownQuantity(quantity: number): number {
  return quantity >= 100 ? Math.floor(quantity) : Math.floor(quantity * 10) / 10
}
