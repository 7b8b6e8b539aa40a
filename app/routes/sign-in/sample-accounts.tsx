import type { ReactNode } from 'react'
import { SampleTag } from '~/app/components/sample-tag'
import { fill } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'
import type { SampleLogin } from '~/domain/account/open-sign-in.server'

interface SampleAccountsProps {
  words: PageWords['account']['signIn']
  next: string
  accounts: SampleLogin[]
  password: string
}

/** One account of each role, each a form of its own: a tap signs in. */
export function SampleAccounts({ words, next, accounts, password }: SampleAccountsProps) {
  return (
    <section>
      <div className="sec-h">
        <h2>{words.samples}</h2>
        <SampleTag />
      </div>
      <p className="mut">{words.samplesIntro}</p>
      <p className="mut">
        <Filled sentence={words.samplePassword} name="password">
          <code dir="ltr">{password}</code>
        </Filled>
      </p>
      <ul className="sample-accounts">
        {accounts.map(({ email, personName, organisations }) => (
          <li key={email}>
            <div>
              {organisations.map((organisation) => (
                <SampleRole key={organisation.name} words={words} organisation={organisation} />
              ))}
              <small className="mut" dir="ltr">
                {email}
              </small>
            </div>
            <form method="post">
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={password} />
              {next ? <input type="hidden" name="next" value={next} /> : null}
              <button type="submit" className="btn line">
                <span>
                  <Filled sentence={words.enterAs} name="name">
                    <bdi>{personName}</bdi>
                  </Filled>
                </span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}

function SampleRole({
  words,
  organisation: { name, nameArabic, kind, role },
}: {
  words: SampleAccountsProps['words']
  organisation: SampleLogin['organisations'][number]
}) {
  const locale = useLocale()
  const readsOnly = kind === 'pesantren' && role === 'member'
  return (
    <p>
      <b>
        <bdi>{(locale === 'ar' && nameArabic) || name}</bdi>
      </b>
      <span className="mut">
        {` · ${words.kinds[kind]} · ${words.roles[role]}`}
        {readsOnly ? ` (${words.readsOnly})` : null}
      </span>
    </p>
  )
}

/** A sentence with its one value as an element. */
function Filled({ sentence, name, children }: { sentence: string; name: string; children: ReactNode }) {
  const [before, after] = fill(sentence, { [name]: '\u0000' }).split('\u0000')
  return (
    <>
      {before}
      {children}
      {after}
    </>
  )
}
