import { indicate, type ShownRate } from '~/domain/order/indication'
import { readShownRates } from '~/domain/order/read-shown-rates.server'
import type { Context } from '~/domain/shared/context'
import type { Locale } from '~/domain/shared/locale'
import { SHOWN_CURRENCIES, type ShownCurrency } from '~/domain/shared/order-enums'
import { fill } from './i18n/fill'
import { formatDay, formatMoney } from './i18n/format'
import { pageWords } from './i18n/page-words.server'

const NAME = 'currency'
const YEAR_SECONDS = 31_536_000

/** What who hasn't chosen is shown beside rupiah; Indonesian readers need nothing. */
const USUAL: Readonly<Record<Locale, ShownCurrency | null>> = { id: null, en: 'USD', ar: 'SAR' }

/** The currency that the reader wants an indication in; null: none. */
export function shownCurrency(request: Request, locale: Locale): ShownCurrency | null {
  const said = new RegExp(`(?:^|;\\s*)${NAME}=(\\w+)`).exec(request.headers.get('cookie') ?? '')?.[1]
  if (said === 'IDR') return null
  return SHOWN_CURRENCIES.find((one) => one === said) ?? USUAL[locale]
}

export function currencyCookie(currency: ShownCurrency | 'IDR', publicUrl: string): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : ''
  return `${NAME}=${currency}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${secure}`
}

export interface Shown {
  currency: ShownCurrency | null
  rate: ShownRate | null
  /** Only those of which the organiser keeps a rate. */
  currencies: ShownCurrency[]
}

/** What a page needs to show amounts in the reader's currency as well. */
export async function readShown(
  context: Pick<Context, 'db' | 'now'>,
  request: Request,
  locale: Locale,
): Promise<Shown> {
  const rates = await readShownRates(context)
  const currency = shownCurrency(request, locale)
  const rate = rates.find((one) => one.currency === currency) ?? null
  return { currency: rate ? currency : null, rate, currencies: rates.map((one) => one.currency) }
}

/** 'about USD 0.92 (rate of 20 November 2026)', or null where there is nothing to say. */
export function indicationSentence(idrMinor: number, rate: ShownRate | null, locale: Locale): string | null {
  const amount = rate && idrMinor > 0 ? indicate(idrMinor, rate) : null
  if (!amount || !rate) return null
  return fill(pageWords('samples', locale).indication.about, {
    amount: formatMoney(amount, locale),
    day: formatDay(new Date(`${rate.validOn}T00:00:00Z`), locale),
  })
}
