import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { KeptForm, KeptOrError } from '~/app/components/kept-form'
import { Note } from '~/app/components/note'
import { MoneyNav } from '~/app/components/organiser-money/money-nav'
import { SampleTag } from '~/app/components/sample-tag'
import { pageWords } from '~/app/i18n/page-words.server'
import { keepTyped } from '~/app/keep-typed.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readForm } from '~/app/read-form.server'
import { readerZone } from '~/app/reader-zone'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { hallDay } from '~/domain/order/hall-day'
import { readPaymentDesk } from '~/domain/order/read-payment-desk.server'
import { AccountSection } from './account-section'
import { BalanceSection } from './balance-section'
import { ComparisonSection } from './comparison-section'
import { actOnPayments, type DeskAnswer } from './desk-actions.server'
import './organiser-payments.css'

const DONE = [
  'account-saved',
  'account-same',
  'settled',
  'already-settled',
  'moved',
  'already-moved',
] as const

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const said = new URL(request.url).searchParams.get('done')
  const { tabs, tabsLabel, payments, fix } = pageWords('organiserMoney', locale)
  return {
    desk: await run(() => readPaymentDesk(context.context)),
    today: hallDay(context.context.now),
    done: DONE.find((known) => known === said) ?? null,
    zone: readerZone(request.headers.get('cookie'), context.viewer?.timeZone).zone,
    words: { ...payments, fix },
    tabs: { tabs, tabsLabel },
    nav: pageWords('organiser', locale).nav,
  }
}

/** Saves the account, settles a difference, or records what Stripe sent to the bank. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const form = await readForm(request)
  return keepTyped({ form, locale, context }, async () => {
    requireSignedIn(request, context, form)
    const answer = await run(() => actOnPayments(context.context, form))
    if (!answer) throw Response.json({ code: 'bad-request' }, { status: 400 })
    if (answer.kind !== 'done') return data(answer, { status: answer.kind === 'changed' ? 409 : 400 })
    return redirect(`/${locale}/organiser/payments?done=${answer.done}`, 303)
  })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.title ?? '',
    description: args.data?.words.metaDescription ?? '',
    path: '/organiser/payments',
    noIndex: true,
  })

export type PaymentsPage = ReturnType<typeof useLoaderData<typeof loader>>
export type DeskRefused = Exclude<DeskAnswer, { kind: 'done' }> | null

export default function OrganiserPayments() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  const { desk, words, tabs, nav, done } = page
  if (answer && 'kept' in answer) return <KeptForm kept={answer.kept} />
  const refused: DeskRefused = answer
  const { account, comparison, balances } = words
  const told = {
    'account-saved': account.saved,
    'account-same': account.same,
    settled: comparison.settled,
    'already-settled': comparison.already,
    moved: balances.move.saved,
    'already-moved': balances.move.already,
  }
  return (
    <>
      <MoneyNav current="payments" nav={nav} words={tabs} />
      <main id="main" className="wrap money-page organiser-payments">
        <div className="row wrapx">
          <h1>{words.title}</h1>
          {desk.isSample ? <SampleTag /> : null}
        </div>
        {refused ? (
          <Note tone="bad">{refused.kind === 'changed' ? account.changed : words.fix}</Note>
        ) : done ? (
          <Note tone="ok" takesFocus>
            {told[done]}
          </Note>
        ) : null}
        <AccountSection page={page} refused={refused} />
        <section>
          <h2>{words.cards.title}</h2>
          <p>{words.cards[desk.cards]}</p>
        </section>
        <ComparisonSection page={page} refused={refused} />
        <BalanceSection page={page} refused={refused} />
      </main>
    </>
  )
}

export function ErrorBoundary() {
  return <KeptOrError />
}
