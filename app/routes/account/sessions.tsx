import { Form, useNavigation } from '@remix-run/react'
import { fill } from '~/app/i18n/fill'
import { formatShortDay, formatTime } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import type { AccountView } from '~/domain/account/read-account.server'

/** Where somebody is signed in: since when, and no more is known. */
export function Sessions({
  account,
  words,
  zone,
}: {
  account: AccountView
  words: PageWords['me']['sessions']
  zone: string
}) {
  const isBusy = useNavigation().state !== 'idle'
  const locale = useLocale()
  const to = useLocalePath()
  const others = account.sessions.filter(({ isThis }) => !isThis)
  return (
    <section>
      <h2>{words.title}</h2>
      <ul className="account-rows">
        {account.sessions.map(({ id, since, isThis }) => {
          const time = `${formatShortDay(since, locale, zone)}, ${formatTime(since, locale, zone)}`
          return (
            <li key={id}>
              <span>
                {fill(words.since, { time })} {isThis ? <span className="tag">{words.this}</span> : null}
              </span>
              {isThis ? (
                <form method="post" action={to('/sign-out')}>
                  <button type="submit" className="btn quiet">
                    {words.signOut}
                  </button>
                </form>
              ) : (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="session" value={id} />
                  <button
                    type="submit"
                    name="intent"
                    value="end-session"
                    className="btn quiet"
                    aria-label={fill(words.endNamed, { time })}
                    disabled={isBusy}
                  >
                    {words.end}
                  </button>
                </Form>
              )}
            </li>
          )
        })}
      </ul>
      {others.length > 1 ? (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="session" value="others" />
          <button type="submit" name="intent" value="end-session" className="btn line" disabled={isBusy}>
            {words.endOthers}
          </button>
        </Form>
      ) : null}
      <p className="sm mut">{words.note}</p>
    </section>
  )
}
