import type { LocalizedText } from '../shared/locale'
import { addMoney, money, multiplyMoney } from '../shared/money'
import type { Delivery, ShippingZone } from '../shared/order-enums'
import { type ZoneAddress, type ZoneHome, zoneOf, zonesFrom } from './zones'

/** A line of what is wanted, with its offer as it is now. */
export interface LineToQuote {
  productId: string
  slug: string
  name: LocalizedText
  size: LocalizedText
  quantity: number
  unitPriceMinor: number
  weightGrams: number
  shipsHome: boolean
  shipsAbroad: boolean
  handsOver: boolean
  /** How many can be given now. */
  onHand: number
  /** How many this buyer may still have; null: nobody has signed in, so it isn't known. */
  mayHave: number | null
}

export interface RateToQuote {
  zone: ShippingZone
  upToGrams: number
  priceMinor: number
  days: number | null
}

export interface QuotedLine {
  productId: string
  slug: string
  name: LocalizedText
  size: LocalizedText
  quantity: number
  unitPriceMinor: number
  lineMinor: number
  weightGrams: number
}

export type QuotedShipping =
  /** `rateZone`: whose rate it is, `zone` or a wider one. */
  | { kind: 'rate'; zone: ShippingZone; rateZone: ShippingZone; priceMinor: number; days: number | null }
  | { kind: 'hand-over' }
  /** No address yet. */
  | { kind: 'no-address' }
  /** The pesantren has said nothing of such a parcel: the buyer asks. */
  | { kind: 'ask'; zone: ShippingZone | null }

export type QuoteProblem =
  | { kind: 'sold-out'; slug: string; left: number }
  | { kind: 'over-limit'; slug: string; left: number }
  /** Its sample isn't sent to that place, or not handed over. */
  | { kind: 'not-there'; slug: string }
  | { kind: 'ask' }

/** What it costs, line by line, in IDR's minor units. */
export interface Quote {
  currency: 'IDR'
  lines: QuotedLine[]
  itemsMinor: number
  shipping: QuotedShipping
  weightGrams: number
  /** null: what sending costs isn't known. */
  totalMinor: number | null
  /** Empty: it can be ordered once there is an address. */
  problems: QuoteProblem[]
}

export interface QuoteInput {
  lines: readonly LineToQuote[]
  rates: readonly RateToQuote[]
  home: ZoneHome
  delivery: Delivery
  address: ZoneAddress | null
}

/** What an order costs by the seller's own table, or why it can't be ordered. */
export function quote({ lines, rates, home, delivery, address }: QuoteInput): Quote {
  const quoted = lines.map(
    (line): QuotedLine => ({
      productId: line.productId,
      slug: line.slug,
      name: line.name,
      size: line.size,
      quantity: line.quantity,
      unitPriceMinor: line.unitPriceMinor,
      lineMinor: multiplyMoney(money(line.unitPriceMinor), line.quantity).minor,
      weightGrams: line.weightGrams,
    }),
  )
  const itemsMinor = quoted.reduce((sum, { lineMinor }) => addMoney(sum, money(lineMinor)), money(0)).minor
  const weightGrams = quoted.reduce((sum, line) => sum + line.weightGrams * line.quantity, 0)
  const shipping = quoteShipping({ rates, home, delivery, address }, weightGrams)
  const shippingMinor =
    shipping.kind === 'rate' ? shipping.priceMinor : shipping.kind === 'hand-over' ? 0 : null
  const problems = lines.flatMap((line) => lineProblems(line, delivery, address))
  if (shipping.kind === 'ask') problems.push({ kind: 'ask' })
  return {
    currency: 'IDR',
    lines: quoted,
    itemsMinor,
    shipping,
    weightGrams,
    totalMinor: shippingMinor === null ? null : addMoney(money(itemsMinor), money(shippingMinor)).minor,
    problems,
  }
}

function quoteShipping(
  { rates, home, delivery, address }: Omit<QuoteInput, 'lines'>,
  weightGrams: number,
): QuotedShipping {
  if (delivery === 'hand-over') return { kind: 'hand-over' }
  if (address === null) return { kind: 'no-address' }
  const zone = zoneOf(address, home)
  if (zone === null) return { kind: 'ask', zone }
  for (const rateZone of zonesFrom(zone)) {
    const rate = rates
      .filter((one) => one.zone === rateZone && one.upToGrams >= weightGrams)
      .sort((a, b) => a.upToGrams - b.upToGrams)[0]
    if (rate) return { kind: 'rate', zone, rateZone, priceMinor: rate.priceMinor, days: rate.days }
  }
  return { kind: 'ask', zone }
}

function lineProblems(line: LineToQuote, delivery: Delivery, address: ZoneAddress | null): QuoteProblem[] {
  const { slug } = line
  const problems: QuoteProblem[] = []
  if (!goesThere(line, delivery, address)) problems.push({ kind: 'not-there', slug })
  if (line.onHand < line.quantity) problems.push({ kind: 'sold-out', slug, left: line.onHand })
  else if (line.mayHave !== null && line.mayHave < line.quantity) {
    problems.push({ kind: 'over-limit', slug, left: Math.max(0, line.mayHave) })
  }
  return problems
}

function goesThere(line: LineToQuote, delivery: Delivery, address: ZoneAddress | null): boolean {
  if (delivery === 'hand-over') return line.handsOver
  if (address === null) return line.shipsHome || line.shipsAbroad
  return address.countryCode === 'ID' ? line.shipsHome : line.shipsAbroad
}
