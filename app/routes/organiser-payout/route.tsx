import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import { KeptForm, KeptOrError } from '~/app/components/kept-form'
import { Note } from '~/app/components/note'
import { Amount } from '~/app/components/organiser-money/amount'
import { MoneyNav } from '~/app/components/organiser-money/money-nav'
import { fill } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { keepTyped } from '~/app/keep-typed.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { isolated, partyName } from '~/app/party-name'
import { readForm } from '~/app/read-form.server'
import { readerZone } from '~/app/reader-zone'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { hallDay } from '~/domain/order/hall-day'
import { readStatement } from '~/domain/order/read-statement.server'
import { requireOrganiser } from '~/domain/shared/acting'
import { newId } from '~/domain/shared/ids'
import { PayoutForm } from './payout-form'
import { type PayoutAnswer, recordTypedPayout } from './record-typed.server'
import { StatementLines } from './statement-lines'
import './organiser-payout.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const { tabs, tabsLabel, payouts, fix } = pageWords('organiserMoney', locale)
  const { one } = pageWords('organiserOrders', locale)
  return {
    statement: await run(async () => {
      requireOrganiser(context.context.actor)
      return await readStatement(context.context, {
        organisationId: params.id ?? '',
        month: query.get('month'),
      })
    }),
    today: hallDay(context.context.now),
    token: newId(),
    isDone: query.get('done') === 'recorded',
    zone: readerZone(request.headers.get('cookie'), context.viewer?.timeZone).zone,
    words: { ...payouts, fix, kinds: one.books.kinds },
    tabs: { tabs, tabsLabel },
    nav: pageWords('organiser', locale).nav,
  }
}

/** Records what was paid out, or shows what was typed with what is to be mended. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const form = await readForm(request)
  return keepTyped({ form, locale, context }, async () => {
    requireSignedIn(request, context, form)
    const organisationId = params.id ?? ''
    const answer = await run(() => recordTypedPayout(context.context, { organisationId, form }))
    if (answer.kind !== 'done') return data(answer, { status: 400 })
    return redirect(`/${locale}/organiser/payouts/${encodeURIComponent(organisationId)}?done=recorded`, 303)
  })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data ? fill(args.data.words.form.title, { name: args.data.statement.organisation.name }) : '',
    description: args.data?.words.metaDescription ?? '',
    path: `/organiser/payouts/${args.params.id}`,
    noIndex: true,
  })

export type PayoutPage = ReturnType<typeof useLoaderData<typeof loader>>
export type PayoutRefused = Exclude<PayoutAnswer, { kind: 'done' }> | null

export default function OrganiserPayout() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  const { statement, words, tabs, nav, isDone } = page
  const locale = useLocale()
  const to = useLocalePath()
  if (answer && 'kept' in answer) return <KeptForm kept={answer.kept} />
  const { owed, organisation } = statement
  return (
    <>
      <MoneyNav current="payouts" nav={nav} words={tabs} />
      <main id="main" className="wrap money-page organiser-payout">
        <p className="crumb">
          <Link to={to('/organiser/payouts')}>
            <Icon name="arrow-left" /> {words.form.back}
          </Link>
        </p>
        <h1>{fill(words.form.title, { name: isolated(partyName(organisation, locale), locale) })}</h1>
        {answer ? (
          <Note tone="bad">{words.fix}</Note>
        ) : isDone ? (
          <Note tone="ok" takesFocus>
            {words.done}
          </Note>
        ) : null}
        <dl className="ledger sums">
          <div>
            <dt>{words.owed}</dt>
            <dd>
              <Amount minor={owed.balanceMinor} />
            </dd>
          </div>
          <div>
            <dt>{words.releasable}</dt>
            <dd>
              <Amount minor={owed.releasableMinor} />
            </dd>
          </div>
        </dl>
        {owed.releasableMinor > 0 || answer ? <PayoutForm page={page} refused={answer} /> : null}
        <StatementLines page={page} />
      </main>
    </>
  )
}

export function ErrorBoundary() {
  return <KeptOrError />
}
