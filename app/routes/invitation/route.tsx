import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorPage } from '~/app/components/error-page'
import { pageWords } from '~/app/i18n/page-words.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readForm } from '~/app/read-form.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { readCode } from '~/domain/account/read-code.server'
import { readInvitation } from '~/domain/account/read-invitation.server'
import { answerInvitation } from './accept.server'
import { InvitationOver } from './invitation-over'
import { OpenInvitation } from './open-invitation'
import './invitation.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = metaLocale({ params })
  const token = params.token ?? ''
  const invitation = await run(() => readInvitation(context.context, { token }))
  const entering = pageWords('entering', locale)
  const { roles, roleHints, noName, invitation: said } = pageWords('team', locale)
  const query = new URL(request.url).searchParams
  const challenge = query.get('code')
  const code =
    invitation.kind === 'open' && invitation.reader === 'visitor' && challenge
      ? await run(() =>
          readCode(context.context, { challenge, purpose: 'invitation', secret: context.codeSecret }),
        )
      : null
  const status = invitation.kind === 'open' ? 200 : invitation.kind === 'over' ? 410 : 404
  return data(
    {
      invitation,
      code,
      /** A code was asked for, and is used up or another browser's. */
      isCodeGone: challenge !== null && code === null,
      isSentAgain: query.has('again'),
      reader: context.viewer?.personName ?? null,
      words: { roles, roleHints, noName, invitation: said },
      entering: { code: entering.code, address: entering.address },
      consents: pageWords('privacy', locale).consents,
    },
    // The link is for one person: nothing in between keeps its page.
    { status, headers: { 'Cache-Control': 'private, no-store' } },
  )
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await readForm(request)
  const answered = await answerInvitation({
    request,
    form,
    token: params.token ?? '',
    challenge: new URL(request.url).searchParams.get('code'),
    locale: metaLocale({ params }),
    context,
  })
  if (answered instanceof Response) return answered
  const { answer, status, headers: more } = answered
  return data(answer, { status, headers: more })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  const { metaTitle = '', metaDescription = '' } = args.data?.words.invitation ?? {}
  // Without the link's token, which is for its reader alone.
  return pageMeta(args, {
    title: metaTitle,
    description: metaDescription,
    path: '/invitations',
    noIndex: true,
  })
}

export default function InvitationPage() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  const { invitation } = page
  return (
    <main id="main" className="wrap invitation">
      {invitation.kind === 'open' ? (
        <OpenInvitation page={{ ...page, invitation }} answer={answer} />
      ) : (
        <InvitationOver invitation={invitation} words={page.words} />
      )}
    </main>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
