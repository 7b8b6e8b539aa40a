import { formatMoney } from '~/app/i18n/format'
import { useLocale } from '~/app/i18n/use-words'
import { money } from '~/domain/shared/money'

/** Rupiah, kept on one line and apart from the words around it. */
export function Amount({ minor }: { minor: number }) {
  return <bdi className="amount">{formatMoney(money(minor), useLocale())}</bdi>
}
