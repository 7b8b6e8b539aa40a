import type { LoaderFunctionArgs } from '@remix-run/node'
import { readCartCookie } from '~/app/cart-cookie'
import { countryChoices } from '~/app/country-names.server'
import { pageWords } from '~/app/i18n/page-words.server'
import { metaLocale } from '~/app/page-meta'
import { readerZone } from '~/app/reader-zone'
import { run } from '~/app/run.server'
import { readShown } from '~/app/shown-currency.server'
import { HOME_COUNTRY, LIKELY_MARKETS } from '~/domain/need/destinations'
import { readRegencies } from '~/domain/need/regencies.server'
import { type CartItem, formatCart } from '~/domain/order/cart'
import {
  emptyCheckout,
  type TypedCheckout,
  typedDelivery,
  typedZoneAddress,
} from '~/domain/order/checkout.schema'
import { PROVINCES } from '~/domain/order/provinces'
import { type OrderQuote, quoteOrder } from '~/domain/order/quote-order.server'
import { readCart } from '~/domain/order/read-cart.server'
import { type KnownBuyer, readLastAddress } from '~/domain/order/read-last-address.server'
import type { Context } from '~/domain/shared/context'
import { checkoutTotals } from './checkout-view.server'

/** What the page begins with: the booth's part of the cart, and where the last order went. */
export async function loadCheckout({ params, request, context }: LoaderFunctionArgs) {
  const locale = metaLocale({ params })
  const boothSlug = params.booth ?? ''
  const use = context.context
  const [cart, shown, known, regencies] = await run(() =>
    Promise.all([
      readCart(use, { items: readCartCookie(request), locale }),
      readShown(use, request, locale),
      readLastAddress(use),
      readRegencies(use),
    ]),
  )
  const lines: CartItem[] =
    cart.groups
      .find(({ booth }) => booth.slug === boothSlug)
      ?.lines.map(({ slug, quantity }) => ({ slug, quantity })) ?? []
  const { zone } = readerZone(request.headers.get('cookie'), context.viewer?.timeZone)
  const typed = firstTyped(known, zone)
  const quoted = await quoteTyped(use, { boothSlug, lines, typed, regencies })
  const { booth } = quoted
  return {
    booth: {
      slug: booth.slug,
      name: (locale === 'ar' && booth.nameArabic) || booth.name,
      isSample: booth.isSample,
    },
    isSameKind: quoted.isSameKind,
    token: use.newId(),
    lines: formatCart(lines),
    isEmpty: lines.length === 0,
    typed,
    totals: checkoutTotals(quoted, { typed, locale, shown }),
    shown: { currency: shown.currency, currencies: shown.currencies },
    countries: countryChoices(locale),
    provinces: Object.entries(PROVINCES).map(([value, label]) => ({ value, label })),
    regencies,
    cards: use.cards && (use.cards.isTest || !booth.isSample) ? (use.cards.isTest ? 'test' : 'live') : null,
    words: pageWords('samples', locale),
  } as const
}

export type CheckoutPageData = Awaited<ReturnType<typeof loadCheckout>>

/** @throws a response of 404 where there is no such booth, or it is closed. */
export async function quoteTyped(
  context: Context,
  {
    boothSlug,
    lines,
    typed,
    regencies,
  }: {
    boothSlug: string
    lines: readonly CartItem[]
    typed: TypedCheckout
    regencies: readonly { code: string; name: string }[]
  },
): Promise<OrderQuote> {
  const quoted = await run(() =>
    quoteOrder(context, {
      boothSlug,
      lines,
      delivery: typedDelivery(typed),
      address: typedZoneAddress(typed, { regencies }),
    }),
  )
  if (quoted) return quoted
  throw Response.json({ code: 'not-found' }, { status: 404, headers: { 'Cache-Control': 'no-store' } })
}

function firstTyped(known: KnownBuyer | null, zone: string): TypedCheckout {
  const market = LIKELY_MARKETS.find((one) => one.zone === zone)
  const typed = emptyCheckout(market?.country ?? HOME_COUNTRY)
  if (!known) return typed
  const { last } = known
  if (!last) return { ...typed, name: known.name, phone: known.phone ?? '' }
  return {
    ...typed,
    name: last.name,
    phone: last.phoneE164,
    country: last.countryCode,
    province: last.provinceCode ?? '',
    regency: last.regencyCode ?? '',
    city: last.regencyCode ? '' : last.city,
    postcode: last.postcode ?? '',
    street: last.street,
  }
}
