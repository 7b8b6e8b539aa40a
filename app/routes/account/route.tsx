import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { KeptOrError } from '~/app/components/kept-form'
import { Note } from '~/app/components/note'
import { SampleTag } from '~/app/components/sample-tag'
import { fillPlural } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readForm } from '~/app/read-form.server'
import { readerZone } from '~/app/reader-zone'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { readAccount } from '~/domain/account/read-account.server'
import { readJoining } from '~/domain/account/read-joining.server'
import { act } from './act.server'
import { Addresses } from './addresses'
import { Consents } from './consents'
import { PasswordForm } from './password-form'
import { ProfileForm } from './profile-form'
import { Sessions } from './sessions'
import { WhatsappSwitch } from './whatsapp-switch'
import './account.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const { sessionId } = context
  const [account, joining] = await Promise.all([
    run(() => readAccount(context.context, { sessionId })),
    run(() => readJoining(context.context)),
  ])
  return data(
    {
      account,
      isJoining: joining !== null,
      hasTeam: (context.viewer?.organisations.length ?? 0) > 0,
      words: pageWords('me', locale),
      whatsappText: pageWords('privacy', locale).consents.whatsapp,
      done: new URL(request.url).searchParams.get('done'),
      zone: readerZone(request.headers.get('cookie'), account.timeZone).zone,
    },
    { headers: { 'Cache-Control': 'no-store' } },
  )
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await readForm(request)
  // A password goes back to no page.
  requireSignedIn(request, context, form.get('intent') === 'profile' ? form : undefined)
  const acted = await act({ form, locale: metaLocale({ params }), context })
  if (acted instanceof Response) return acted
  const { answer, status, retryAfterSeconds } = acted
  return data(answer, {
    status,
    headers: retryAfterSeconds ? { 'Retry-After': String(retryAfterSeconds) } : {},
  })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  const { title = '', metaDescription = '' } = args.data?.words ?? {}
  return pageMeta(args, { title, description: metaDescription, path: '/account', noIndex: true })
}

export default function AccountPage() {
  const { account, isJoining, hasTeam, words, whatsappText, done, zone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  const locale = useLocale()
  const to = useLocalePath()
  const said = done && done in words.done ? words.done[done as keyof typeof words.done] : null
  const links = words.data
  return (
    <main id="main" className="wrap own-account">
      <div className="row wrapx">
        <h1>{words.title}</h1>
        {account.isSample ? <SampleTag /> : null}
      </div>
      {answer?.kind === 'unavailable' ? (
        <Note tone="bad">{words.unavailable}</Note>
      ) : answer?.kind === 'too-many' ? (
        <Note tone="bad">{fillPlural(words.tooMany, answer.minutes, locale)}</Note>
      ) : said && !answer ? (
        <Note tone="ok">{said}</Note>
      ) : null}
      {account.isShared ? <Note>{words.shared}</Note> : null}
      {isJoining ? (
        <Note>
          {words.goOn.text} <Link to={to('/join')}>{words.goOn.link}</Link>
        </Note>
      ) : null}
      <div className="columns">
        <div>
          {account.isShared ? null : <ProfileForm account={account} answer={answer} words={words} />}
          <Addresses account={account} words={words} />
          <WhatsappSwitch account={account} text={whatsappText} words={words} />
          <Consents consents={account.consents} words={words.consents} zone={zone} />
        </div>
        <div>
          <PasswordForm account={account} answer={answer} words={words.password} />
          <Sessions account={account} words={words.sessions} zone={zone} />
          <section>
            <h2>{links.title}</h2>
            <ul className="account-rows">
              <li>
                <Link to={to('/privacy')}>{links.privacy}</Link>
              </li>
              <li>
                <a href={to('/account/export/data.html')}>{links.html}</a>
              </li>
              <li>
                <a href={to('/account/export/data.json')} download>
                  {links.json}
                </a>
              </li>
              {hasTeam ? (
                <li>
                  <Link to={to('/team')}>{links.team}</Link>
                </li>
              ) : null}
              {account.isShared ? null : (
                <li>
                  <Link to={to('/account/delete')} className="danger">
                    {links.remove}
                  </Link>
                </li>
              )}
            </ul>
          </section>
        </div>
      </div>
    </main>
  )
}

export function ErrorBoundary() {
  return <KeptOrError />
}
