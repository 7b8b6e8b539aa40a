import type { Locale, LocalizedText } from '../shared/locale'

/** The service's page names what is paid; most other words there are its own. */
const SHIPPING: Record<Locale, string> = { id: 'Ongkos kirim', en: 'Shipping', ar: 'الشحن' }
/** As many signs as Stripe takes. */
const MOST_SIGNS = 250

export interface CheckoutLine {
  name: string
  quantity: number
  unitPriceMinor: number
}

/** What an order's payment is for, line by line, as the buyer reads it on the service's page. */
export function checkoutLines(
  lines: readonly { name: LocalizedText; size: LocalizedText; quantity: number; unitPriceMinor: number }[],
  shippingMinor: number,
  locale: Locale,
): CheckoutLine[] {
  const words = (text: LocalizedText) => text[locale] || text.id || text.en || ''
  const items = lines.map(({ name, size, quantity, unitPriceMinor }) => ({
    name: [words(name), words(size)]
      .filter((part) => part)
      .join(', ')
      .slice(0, MOST_SIGNS),
    quantity,
    unitPriceMinor,
  }))
  return shippingMinor > 0
    ? [...items, { name: SHIPPING[locale], quantity: 1, unitPriceMinor: shippingMinor }]
    : items
}
