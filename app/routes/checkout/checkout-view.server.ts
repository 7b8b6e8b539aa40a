import { countryName } from '~/app/country-names.server'
import { fill, fillPlural } from '~/app/i18n/fill'
import { formatMoney, formatNumber } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { indicationSentence, type Shown } from '~/app/shown-currency.server'
import type { TypedCheckout } from '~/domain/order/checkout.schema'
import type { Quote, QuoteProblem } from '~/domain/order/quote'
import type { OrderQuote } from '~/domain/order/quote-order.server'
import { type Locale, localized } from '~/domain/shared/locale'
import { money } from '~/domain/shared/money'

export interface CheckoutTotals {
  lines: { slug: string; name: string; lang: Locale; size: string; quantity: number; amount: string }[]
  items: string
  shipping: { label: string; amount: string; note: string | null } | null
  /** Said where sending isn't known yet. */
  noAddress: string | null
  total: string | null
  about: string | null
  totalMinor: number | null
  /** What stands in its way, as sentences. */
  problems: string[]
  /** Where to ask what sending costs. */
  ask: string | null
}

/** What an order costs, line by line, in the words of the page. */
export function checkoutTotals(
  { booth, quote, gone }: Pick<OrderQuote, 'booth' | 'quote' | 'gone'>,
  { typed, locale, shown }: { typed: TypedCheckout; locale: Locale; shown: Shown },
): CheckoutTotals {
  const words = pageWords('samples', locale).checkout
  const amount = (minor: number) => (minor === 0 ? words.free : formatMoney(money(minor), locale))
  const nameOf = (slug: string) =>
    localized(quote.lines.find((line) => line.slug === slug)?.name, locale)?.text ?? slug
  const lines = quote.lines.map((line) => {
    const name = localized(line.name, locale) ?? { text: line.slug, lang: 'id' as const }
    return {
      slug: line.slug,
      name: name.text,
      lang: name.lang,
      size: localized(line.size, locale)?.text ?? '',
      quantity: line.quantity,
      amount: amount(line.lineMinor),
    }
  })
  const asks = quote.problems.some(({ kind }) => kind === 'ask')
  return {
    lines,
    items: amount(quote.itemsMinor),
    shipping: shippingLine(quote, locale),
    noAddress: quote.shipping.kind === 'no-address' ? words.noAddress : null,
    total: quote.totalMinor === null ? null : amount(quote.totalMinor),
    about: quote.totalMinor === null ? null : indicationSentence(quote.totalMinor, shown.rate, locale),
    totalMinor: quote.totalMinor,
    problems: [
      ...(gone.length > 0 ? [words.gone] : []),
      ...quote.problems.flatMap((problem) => problemSentence(problem, nameOf, typed, locale) ?? []),
    ],
    ask: asks ? askPath(booth.slug, lines, typed, locale) : null,
  }
}

function shippingLine({ shipping, weightGrams }: Quote, locale: Locale): CheckoutTotals['shipping'] {
  const words = pageWords('samples', locale).checkout
  if (shipping.kind === 'hand-over') return { label: words.handOver, amount: words.free, note: null }
  if (shipping.kind !== 'rate') return null
  const { priceMinor, days, zone } = shipping
  const weight = fill(words.weight, { kg: formatNumber(weightGrams / 1000, locale) })
  const arrives = days === null ? null : fillPlural(words.arrives, days, locale)
  return {
    label: fill(words.shippingTo, { zone: words.zones[zone] }),
    amount: priceMinor === 0 ? words.free : formatMoney(money(priceMinor), locale),
    note: [weight, arrives].filter(Boolean).join(locale === 'ar' ? '، ' : ', '),
  }
}

function problemSentence(
  problem: QuoteProblem,
  nameOf: (slug: string) => string,
  typed: TypedCheckout,
  locale: Locale,
): string | null {
  const { lineProblems } = pageWords('samples', locale).checkout
  switch (problem.kind) {
    case 'ask':
      return null
    case 'not-there':
      return fill(lineProblems[typed.delivery === 'hand-over' ? 'not-handed' : 'not-there'], {
        name: nameOf(problem.slug),
      })
    default:
      return fill(
        lineProblems[problem.kind === 'over-limit' && problem.left === 0 ? 'had-all' : problem.kind],
        { name: nameOf(problem.slug), left: problem.left },
      )
  }
}

/** The inquiry form with the words filled in. */
function askPath(booth: string, lines: CheckoutTotals['lines'], typed: TypedCheckout, locale: Locale) {
  const said = lines.map(({ quantity, name }) => `${quantity} × ${name}`).join(locale === 'ar' ? '، ' : ', ')
  const query = new URLSearchParams({
    booth,
    about: 'sample',
    lines: said,
    place: countryName(typed.country, locale),
  })
  const [only] = lines
  if (only && lines.length === 1) query.set('product', only.slug)
  return `/${locale}/inquiry?${query}`
}
