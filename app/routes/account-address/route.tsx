import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { CodeForm } from '~/app/components/code-form'
import { KeptOrError } from '~/app/components/kept-form'
import { Note } from '~/app/components/note'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readForm } from '~/app/read-form.server'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { readAccount } from '~/domain/account/read-account.server'
import { readCode } from '~/domain/account/read-code.server'
import { readConfirmation } from '~/domain/account/read-confirmation.server'
import { AppError } from '~/domain/shared/app-error'
import { CHANNELS, type Channel } from '~/domain/shared/message-enums'
import { act } from './act.server'
import { AskAddress } from './ask-address'
import { ConfirmSelf } from './confirm-self'
import { typedAddressOf } from './typed-cookie.server'
import './account-address.css'

const NO_STORE = { 'Cache-Control': 'no-store' }

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const channel = await channelOf(params.channel)
  const query = new URL(request.url).searchParams
  const challenge = query.get('code')
  const account = await run(() => readAccount(context.context, { sessionId: context.sessionId }))
  if (account.isShared) await run(() => Promise.reject(new AppError('forbidden')))
  const confirmation = query.get('sure')
  const ways = await run(() => readConfirmation(context.context, { confirmation }))
  const confirming = query.get('confirm')
  const confirmCode =
    confirming && !ways.isConfirmed
      ? await run(() =>
          readCode(context.context, {
            challenge: confirming,
            purpose: 'confirm',
            secret: context.codeSecret,
          }),
        )
      : null
  const found = challenge
    ? await run(() =>
        readCode(context.context, { challenge, purpose: 'change-address', secret: context.codeSecret }),
      )
    : null
  const code = found?.channel === channel ? found : null
  const { code: codeWords, address } = pageWords('entering', locale)
  const words = pageWords('me', locale)
  const other = account.addresses[channel === 'mail' ? 'whatsapp' : 'mail']
  return data(
    {
      channel,
      now: account.addresses[channel],
      typed: typedAddressOf(request, { context }, channel),
      mayRemove: account.addresses[channel] !== null,
      isLast: !other?.isProven,
      asksToRemove: query.has('remove') && account.addresses[channel] !== null,
      code,
      isOver: (challenge !== null && !code) || (confirming !== null && !confirmCode && !ways.isConfirmed),
      ways,
      confirmation: ways.isConfirmed ? confirmation : null,
      confirmCode,
      sentAgain: query.has('again'),
      words: words.address,
      unavailable: words.unavailable,
      codeWords,
      addressWords: address,
    },
    { headers: NO_STORE },
  )
}

/** @throws a kind 404 for another word in the address. */
async function channelOf(text: string | undefined): Promise<Channel> {
  const channel = CHANNELS.find((known) => known === text)
  return channel ?? run(() => Promise.reject(new AppError('not-found')))
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await readForm(request)
  requireSignedIn(request, context, form.get('intent') === 'ask' ? form : undefined)
  const channel = await channelOf(params.channel)
  const query = new URL(request.url).searchParams
  const acted = await act({
    form,
    locale: metaLocale({ params }),
    channel,
    challenge: query.get('code'),
    confirming: query.get('confirm'),
    confirmation: query.get('sure'),
    asksToRemove: query.has('remove'),
    context,
  })
  if (acted instanceof Response) return acted
  return data(acted.answer, { status: acted.status, headers: { ...NO_STORE, ...acted.headers } })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  const title = args.data ? args.data.words.title[args.data.channel] : ''
  return pageMeta(args, {
    title,
    description: title,
    path: `/account/address/${args.params.channel ?? ''}`,
    noIndex: true,
  })
}

export default function AddressPage() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  const to = useLocalePath()
  const { words, channel, code, now } = page
  const plain = to(`/account/address/${channel}`)
  const query = new URLSearchParams({
    ...(page.confirmation ? { sure: page.confirmation } : {}),
    ...(page.asksToRemove ? { remove: '' } : {}),
  })
  const here = query.size > 0 ? `${plain}?${query}` : plain
  const isAsking = !code || answer?.kind === 'taken' || answer?.kind === 'unconfirmed'
  const isConfirmed = page.ways.isConfirmed && answer?.kind !== 'unconfirmed'
  return (
    <main id="main" className="wrap own-address">
      <p>
        <Link to={to('/account')}>{words.back}</Link>
      </p>
      <h1>{words.title[channel]}</h1>
      {answer?.kind === 'unavailable' ? <Note tone="bad">{page.unavailable}</Note> : null}
      {answer?.kind === 'taken' ? <Note tone="bad">{words.taken}</Note> : null}
      {page.isOver && !answer ? <Note tone="bad">{words.over}</Note> : null}
      {isAsking && !isConfirmed && page.confirmCode ? (
        <CodeForm
          words={page.codeWords}
          tooManyCodes={page.addressWords.tooMany}
          code={page.confirmCode}
          failed={answer?.kind === 'code' ? answer.failed : null}
          typed={answer?.kind === 'code' ? answer.typed : ''}
          sentAgain={page.sentAgain}
          hidden={{ step: 'confirm' }}
        />
      ) : isAsking && !isConfirmed ? (
        <ConfirmSelf
          ways={page.ways}
          words={words.sure}
          tooMany={page.addressWords.tooMany}
          answer={answer}
          here={here}
        />
      ) : isAsking ? (
        <AskAddress page={page} answer={answer} here={here} />
      ) : (
        <CodeForm
          words={page.codeWords}
          tooManyCodes={page.addressWords.tooMany}
          code={code}
          failed={answer?.kind === 'code' ? answer.failed : null}
          typed={answer?.kind === 'code' ? answer.typed : ''}
          sentAgain={page.sentAgain}
          submit={words.submit}
          change={
            <Link className="btn quiet" to={page.confirmation ? `${plain}?sure=${page.confirmation}` : plain}>
              {words.another}
            </Link>
          }
        />
      )}
      {now && isAsking && isConfirmed ? (
        <section className="remove">
          {page.isLast ? (
            <p className="mut">{words.last}</p>
          ) : page.asksToRemove || answer?.kind === 'last' ? (
            <form method="post" action={here}>
              <p>{words.removeText[channel]}</p>
              <button type="submit" name="intent" value="remove" className="btn line danger">
                {words.removeSure}
              </button>
            </form>
          ) : (
            <Link
              className="btn quiet danger"
              to={page.confirmation ? `${plain}?sure=${page.confirmation}&remove` : `${plain}?remove`}
            >
              {words.remove}
            </Link>
          )}
        </section>
      ) : null}
    </main>
  )
}

export function ErrorBoundary() {
  return <KeptOrError />
}
