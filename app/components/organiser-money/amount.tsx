import { formatMoney } from '~/app/i18n/format'
import { useLocale } from '~/app/i18n/use-words'
import { direction } from '~/domain/shared/locale'
import { money } from '~/domain/shared/money'

/** Rupiah, kept on one line and apart from the words around it. */
export function Amount({ minor }: { minor: number }) {
  const locale = useLocale()
  return (
    <bdi className="amount" dir={direction(locale)}>
      {/* The mark keeps a minus before its number in Arabic. */}
      {minor < 0 ? '\u200e' : null}
      {formatMoney(money(minor), locale)}
    </bdi>
  )
}
