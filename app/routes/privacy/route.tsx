import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ErrorPage } from '~/app/components/error-page'
import { Filled } from '~/app/components/filled'
import { fill } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { run } from '~/app/run.server'
import { PRIVACY_TEXT_VERSION } from '~/domain/account/consent-version'
import { KEPT_DAYS } from '~/domain/account/kept-days'
import { readPrivacy } from '~/domain/account/read-privacy.server'
import { KEPT } from './kept'
import './privacy.css'

export async function loader({ params, context }: LoaderFunctionArgs) {
  return {
    ...(await run(() => readPrivacy(context.context))),
    words: pageWords('privacy', metaLocale({ params })),
  }
}

export const meta: MetaFunction<typeof loader> = (args) => {
  const { title = '', metaDescription = '' } = args.data?.words ?? {}
  return pageMeta(args, { title, description: metaDescription, path: '/privacy' })
}

export default function PrivacyPage() {
  const { words, organiser, isSample } = useLoaderData<typeof loader>()
  const locale = useLocale()
  const to = useLocalePath()
  const { short, kept, cookies, automatic, rights, contact } = words
  const name = organiser && ((locale === 'ar' && organiser.nameArabic) || organiser.name)
  return (
    <main id="main" className="wrap privacy">
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <h2>{short.title}</h2>
      <ul>
        <li>{short.one}</li>
        <li>{short.two}</li>
        <li>{short.three}</li>
      </ul>
      <h2>{kept.title}</h2>
      {KEPT.map(({ row, basis }) => {
        const said = words.rows[row]
        return (
          <section key={row}>
            <h3>{said.what}</h3>
            <dl>
              <dt>{kept.why}</dt>
              <dd>{said.why}</dd>
              <dt>{kept.basis}</dt>
              <dd>{words.bases[basis]}</dd>
              <dt>{kept.long}</dt>
              <dd>{fill(said.long, KEPT_DAYS)}</dd>
              <dt>{kept.who}</dt>
              <dd>{said.who}</dd>
            </dl>
          </section>
        )
      })}
      <h2>{cookies.title}</h2>
      <p>{cookies.text}</p>
      <h2>{automatic.title}</h2>
      <p>{automatic.text}</p>
      <h2>{rights.title}</h2>
      <p>{rights.intro}</p>
      <ul>
        <li>{rights.know}</li>
        <li>{rights.correct}</li>
        <li>{rights.withdraw}</li>
        <li>{rights.erase}</li>
        <li>{rights.object}</li>
      </ul>
      <p>
        <Link to={to('/account')} className="btn line">
          {rights.account}
        </Link>
      </p>
      <h2>{contact.title}</h2>
      <p>
        {name ? <Filled sentence={contact.organiser} values={{ name: <bdi>{name}</bdi> }} /> : contact.none}{' '}
        {contact.how}
      </p>
      {isSample ? <p>{contact.sample}</p> : null}
      <p className="sm mut">
        <Filled sentence={words.version} values={{ version: <bdi dir="ltr">{PRIVACY_TEXT_VERSION}</bdi> }} />
      </p>
    </main>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
