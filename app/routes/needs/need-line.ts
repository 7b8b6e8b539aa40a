import { fill } from '~/app/i18n/fill'
import { formatDay, formatMoney } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { wordsFor } from '~/app/i18n/registry'
import type { NeedRow } from '~/domain/need/list-needs.server'
import type { Locale } from '~/domain/shared/locale'
import { money } from '~/domain/shared/money'

type Asked = Pick<
  NeedRow,
  | 'monthlyVolume'
  | 'unit'
  | 'targetPriceMinor'
  | 'requiredPapers'
  | 'destinationRegency'
  | 'destinationPlace'
  | 'neededBy'
> & { country: string }

/** What a need asks for besides its goods, in one line: '300 kg/bulan · paling tinggi Rp 140.000/kg · ke Kab. Garut'. */
export function needLine(need: Asked, words: PageWords['need'], locale: Locale): string {
  const { trade } = wordsFor(locale)
  const { unit, targetPriceMinor, destinationRegency, destinationPlace } = need
  const place =
    destinationPlace ??
    (destinationRegency ? trade.regency(destinationRegency.code, destinationRegency.name) : need.country)
  return [
    trade.perMonth(trade.amount(need.monthlyVolume, unit)),
    targetPriceMinor === null
      ? null
      : fill(words.atMost, { price: formatMoney(money(targetPriceMinor), locale), unit: trade.unit(unit) }),
    ...need.requiredPapers.map((paper) => trade.certifications[paper]),
    fill(words.to, { place: isolated(place) }),
    need.neededBy === null
      ? null
      : // The deadline is a day at the hall, which formatDay reads an instant in.
        fill(words.by, { day: formatDay(new Date(`${need.neededBy}T00:00:00+07:00`), locale) }),
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

/** A name in whatever script, kept apart from the sentence around it. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`
}
