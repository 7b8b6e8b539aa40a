import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ErrorPage } from '~/app/components/error-page'
import { fill } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { wordsFor } from '~/app/i18n/registry'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import { amountAMonth } from '~/app/meeting-title'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { partyName } from '~/app/party-name'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { readMeetingDraft } from '~/domain/meeting/read-meeting-draft.server'
import { startMeetingChat } from '~/domain/meeting/start-meeting-chat.server'
import { direction } from '~/domain/shared/locale'
import './meeting-whatsapp.css'

/** Leads to WhatsApp: the one place in which the counterpart's number leaves the server. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const meetingId = params.id ?? ''
  const page = `/${locale}/meetings/${encodeURIComponent(meetingId)}`
  const outcome = await run(() =>
    startMeetingChat(context.context, {
      meetingId,
      locale,
      clientKey: context.clientKey,
      publicUrl: context.publicUrl,
      sampleWhatsapp: context.sampleWhatsapp,
      sayAmount: amountAMonth,
    }),
  )
  switch (outcome.kind) {
    case 'whatsapp':
      return redirect(outcome.url, { status: 303, headers: { 'Cache-Control': 'no-store' } })
    case 'demonstration':
      return redirect(`${page}/whatsapp`, 303)
    case 'ended':
      return redirect(page, 303)
    case 'no-number':
      return redirect(`${page}?done=no-number`, 303)
  }
}

/** The demonstration of sample data; a chat with somebody real begins on the meeting's page. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const meetingId = params.id ?? ''
  const page = await run(() =>
    readMeetingDraft(context.context, {
      meetingId,
      locale,
      publicUrl: context.publicUrl,
      sayAmount: amountAMonth,
    }),
  )
  if (!page.isSample) throw redirect(`/${locale}/meetings/${encodeURIComponent(meetingId)}`)
  const { demonstrationText, backToMeeting } = pageWords('meeting', locale)
  return { ...page, meetingId, words: { demonstrationText, backToMeeting } }
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  const title = wordsFor(metaLocale(args)).chat.demonstrationTitle
  return pageMeta(args, { title, description: title, path: '/meetings', noIndex: true })
}

export default function MeetingChatDemonstration() {
  const { draft, language, counterpart, meetingId, words } = useLoaderData<typeof loader>()
  const { chat } = useWords()
  const locale = useLocale()
  const to = useLocalePath()
  return (
    <main id="main" className="wrap meeting-chat">
      <p>
        <span className="tag sample">{chat.demonstration}</span>
      </p>
      <h1>{chat.demonstrationTitle}</h1>
      <p className="mut">{fill(words.demonstrationText, { name: partyName(counterpart, locale) })}</p>
      <div className="draft">
        <p className="text" lang={language} dir={direction(language)}>
          {draft.seller}
        </p>
        {draft.buyer === null ? null : <p className="text">{draft.buyer}</p>}
      </div>
      <p>
        <Link className="btn pri" to={to(`/meetings/${meetingId}`)}>
          {words.backToMeeting}
        </Link>
      </p>
    </main>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
