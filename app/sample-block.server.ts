import type { SampleOfferView } from '~/domain/order/sample-offer-view'
import type { Locale } from '~/domain/shared/locale'
import { money } from '~/domain/shared/money'
import { fill, fillPlural } from './i18n/fill'
import { formatMoney } from './i18n/format'
import { pageWords } from './i18n/page-words.server'
import { indicationSentence, type Shown } from './shown-currency.server'

/** What a product's page says of its sample, as sentences: no script has to make them. */
export interface SampleBlockWords {
  title: string
  /** The price first. */
  lines: string[]
  label: string
  /** Where to ask for one; null: it goes into the cart. */
  ask: string | null
}

export function sampleBlock(
  offer: SampleOfferView | null,
  { booth, product, locale, shown }: { booth: string; product: string; locale: Locale; shown: Shown },
): SampleBlockWords {
  const { block } = pageWords('samples', locale)
  const ask = `/${locale}/inquiry?${new URLSearchParams({ booth, product, about: 'sample' })}`
  if (!offer) return { title: block.title, lines: [block.none], label: block.ask, ask }
  const price =
    offer.priceMinor === 0
      ? block.free
      : fill(block.price, { price: formatMoney(money(offer.priceMinor), locale) })
  const about = indicationSentence(offer.priceMinor, shown.rate, locale)
  const ships = offer.shipsHome
    ? offer.shipsAbroad
      ? block.homeAndAbroad
      : block.home
    : offer.shipsAbroad
      ? block.abroad
      : null
  const ways = [offer.size.text, ships, offer.handsOver ? block.handOver : null].filter(Boolean).join(' · ')
  const first = about ? `${price} ${about}` : price
  if (offer.left === 0) return { title: block.title, lines: [first, block.soldOut], label: block.ask, ask }
  const counts = `${fillPlural(block.left, offer.left, locale)} ${fillPlural(block.most, offer.limit, locale)}`
  return { title: block.title, lines: [first, ways, counts], label: block.add, ask: null }
}
