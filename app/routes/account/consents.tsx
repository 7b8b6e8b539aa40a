import { fill } from '~/app/i18n/fill'
import { formatWeekday } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'
import type { AccountView } from '~/domain/account/read-account.server'

/** What was agreed to, in its own words and language, with its days. */
export function Consents({
  consents,
  words,
  zone,
}: {
  consents: AccountView['consents']
  words: PageWords['me']['consents']
  zone: string
}) {
  const locale = useLocale()
  const day = (date: Date) => formatWeekday(date, locale, zone)
  return (
    <section>
      <h2>{words.title}</h2>
      {consents.length === 0 ? <p className="mut">{words.none}</p> : null}
      {consents.length > 0 ? (
        <ul className="account-rows">
          {consents.map((consent) => (
            <li key={consent.id}>
              <div>
                <p lang={consent.locale} dir={consent.locale === 'ar' ? 'rtl' : 'ltr'}>
                  {consent.text}
                </p>
                <p className="sm mut">
                  {fill(words.granted, { day: day(consent.grantedAt) })}
                  {consent.withdrawnAt
                    ? ` · ${fill(words.withdrawn, { day: day(consent.withdrawnAt) })}`
                    : null}
                </p>
              </div>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
