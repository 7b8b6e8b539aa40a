import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { ErrorPage } from '~/app/components/error-page'
import { Note } from '~/app/components/note'
import { fillPlural } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readForm } from '~/app/read-form.server'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { readCode } from '~/domain/account/read-code.server'
import { readDeletion } from '~/domain/account/read-deletion.server'
import { act } from './act.server'
import { readChoices } from './choices'
import { DeletionForm } from './deletion-form'
import { Goodbye } from './goodbye'
import './account-delete.css'

const NO_STORE = { 'Cache-Control': 'no-store' }

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const words = pageWords('me', locale)
  // After it nobody is signed in any more.
  if (query.has('gone') && context.context.actor.kind === 'visitor' && !context.isSessionUnknown)
    return data({ gone: words.gone, deletion: null }, { headers: NO_STORE })
  requireSignedIn(request, context)
  const challenge = query.get('code')
  const [deletion, code] = await Promise.all([
    run(() => readDeletion(context.context)),
    challenge
      ? run(() => readCode(context.context, { challenge, purpose: 'delete', secret: context.codeSecret }))
      : null,
  ])
  const { code: codeWords, address } = pageWords('entering', locale)
  return data(
    {
      gone: null,
      deletion,
      code,
      isOver: challenge !== null && !code,
      sentAgain: query.has('again'),
      choices: readChoices(query),
      words,
      codeWords,
      tooManyCodes: address.tooMany,
    },
    { headers: NO_STORE },
  )
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  requireSignedIn(request, context)
  const acted = await act({
    request,
    form: await readForm(request),
    locale: metaLocale({ params }),
    challenge: new URL(request.url).searchParams.get('code'),
    context,
  })
  if (acted instanceof Response) return acted
  return data(acted.answer, { status: acted.status, headers: { ...NO_STORE, ...acted.headers } })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  const page = args.data
  const title = page?.gone ? page.gone.title : (page?.words.remove.title ?? '')
  const description = page?.gone ? page.gone.text : (page?.words.remove.metaDescription ?? '')
  return pageMeta(args, { title, description, path: '/account/delete', noIndex: true })
}

export default function DeletePage() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  const locale = useLocale()
  const to = useLocalePath()
  if (page.gone) return <Goodbye words={page.gone} />
  const { words, deletion } = page
  const said = words.remove
  return (
    <main id="main" className="wrap own-deletion">
      <p>
        <Link to={to('/account')}>{words.address.back}</Link>
      </p>
      <h1>{said.title}</h1>
      {deletion.isShared ? (
        <Note>{words.shared}</Note>
      ) : (
        <>
          <p>
            <b>{said.lead}</b>
          </p>
          {answer?.kind === 'unavailable' ? <Note tone="bad">{words.unavailable}</Note> : null}
          {answer?.kind === 'too-many' ? (
            <Note tone="bad">{fillPlural(words.tooMany, answer.minutes, locale)}</Note>
          ) : null}
          {answer?.kind === 'undecided' ? <Note tone="bad">{said.choose}</Note> : null}
          {answer?.kind === 'no-address' ? <Note tone="bad">{said.noAddress}</Note> : null}
          {page.isOver && !answer ? <Note tone="bad">{words.address.over}</Note> : null}
          <h2>{said.goes}</h2>
          <ul>
            <li>{said.goesName}</li>
            <li>{said.goesMessages}</li>
            <li>{said.goesInquiries}</li>
            <li>{said.goesTeam}</li>
          </ul>
          <h2>{said.stays}</h2>
          <ul>
            <li>{said.staysMeetings}</li>
            <li>{said.staysOrganisation}</li>
            <li>{said.staysConsent}</li>
          </ul>
          <p>
            <a href={to('/account/export/data.json')} download>
              {said.exportFirst}
            </a>
          </p>
          <DeletionForm page={{ ...page, deletion }} answer={answer} />
        </>
      )}
    </main>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
