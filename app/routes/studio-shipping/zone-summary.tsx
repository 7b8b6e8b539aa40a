import { Icon } from '~/app/components/icon'
import { fill, fillPlural } from '~/app/i18n/fill'
import { formatMoney } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'
import {
  daysField,
  priceField,
  shownSteps,
  type TypedShipping,
  weightField,
} from '~/domain/order/shipping-table'
import { parseRupiah } from '~/domain/product/number-input'
import { money } from '~/domain/shared/money'
import { HOME_ZONES, type ShippingZone } from '~/domain/shared/order-enums'

interface SummaryProps {
  zone: ShippingZone
  typed: TypedShipping
  words: PageWords['studioSamples']['shipping']
  hasProblem: boolean
}

/** What a parcel into a zone costs, in one line; as it is written, even where it isn't right yet. */
export function ZoneSummary({ zone, typed, words, hasProblem }: SummaryProps) {
  const locale = useLocale()
  const prices = pricesOf(zone, typed).map(({ weight, price }) => {
    const minor = parseRupiah(price)
    return { weight, price: minor === null ? price : formatMoney(money(minor), locale) }
  })
  const days = typed[daysField(zone)] ?? ''
  const wider = prices.length > 0 ? undefined : widerOf(zone, typed)
  return (
    <span className="line">
      <b>{words.zones[zone]}</b>
      {hasProblem ? (
        <span className="bad-t sm">
          <Icon name="triangle-alert" /> {words.mend}
        </span>
      ) : null}
      <span className="prices sm mut">
        {prices.length === 0
          ? wider
            ? fill(words.asWider, { zone: words.zones[wider] })
            : words.asks
          : prices.map(({ weight, price }) => (
              <span key={weight}>
                <bdi>{`${weight} ${words.kg}`}</bdi> <b>{price}</b>
              </span>
            ))}
        {prices.length > 0 && /^\d{1,3}$/.test(days) ? (
          <span>{fillPlural(words.daysShort, Number(days), locale)}</span>
        ) : null}
      </span>
    </span>
  )
}

function pricesOf(zone: ShippingZone, typed: TypedShipping) {
  return shownSteps(typed).flatMap((step) => {
    const price = typed[priceField(zone, step)]
    return price ? [{ weight: typed[weightField(step)] || '?', price }] : []
  })
}

/** Whose prices an area at home takes that has none of its own. */
function widerOf(zone: ShippingZone, typed: TypedShipping): ShippingZone | undefined {
  const zones: readonly ShippingZone[] = HOME_ZONES
  const at = zones.indexOf(zone)
  if (at === -1) return undefined
  return zones.slice(at + 1).find((one) => pricesOf(one, typed).length > 0)
}
