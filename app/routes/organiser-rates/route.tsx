import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Field } from '~/app/components/field'
import { KeptForm, KeptOrError } from '~/app/components/kept-form'
import { Note } from '~/app/components/note'
import { MoneyNav } from '~/app/components/organiser-money/money-nav'
import { Pagination } from '~/app/components/pagination'
import { fill } from '~/app/i18n/fill'
import { formatDay, formatNumber } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { keepTyped } from '~/app/keep-typed.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { isolated } from '~/app/party-name'
import { readForm } from '~/app/read-form.server'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { RATE_FIELDS, type RateField, type RateProblems, typedRates } from '~/domain/order/exchange-rates'
import { listExchangeRates } from '~/domain/order/list-exchange-rates.server'
import { saveExchangeRates } from '~/domain/order/save-exchange-rates.server'
import { isIsoDay } from '~/domain/shared/iso-day'
import { SHOWN_CURRENCIES } from '~/domain/shared/order-enums'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const saved = query.get('saved') ?? ''
  const { tabs, tabsLabel, rates, fix } = pageWords('organiserMoney', locale)
  return {
    history: await run(() =>
      listExchangeRates(context.context, { page: Math.min(Number(query.get('page')) || 1, 10_000) }),
    ),
    saved: isIsoDay(saved) ? saved : null,
    words: { ...rates, fix },
    tabs: { tabs, tabsLabel },
    nav: pageWords('organiser', locale).nav,
  }
}

/** Keeps the day's rates, or shows what was typed with what is to be mended. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const form = await readForm(request)
  return keepTyped({ form, locale, context }, async () => {
    requireSignedIn(request, context, form)
    const typed = typedRates(Object.fromEntries(RATE_FIELDS.map((name) => [name, form.get(name)])))
    const isSure = form.get('sure') === 'yes'
    const outcome = await run(() => saveExchangeRates(context.context, { typed, isSure }))
    if (outcome.kind === 'real-hall') return data({ typed, problems: {}, isRealHall: true }, { status: 403 })
    if (outcome.kind === 'refused') return data({ typed, problems: outcome.problems }, { status: 400 })
    return redirect(`/${locale}/organiser/rates?saved=${outcome.validOn}`, 303)
  })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.title ?? '',
    description: args.data?.words.metaDescription ?? '',
    path: '/organiser/rates',
    noIndex: true,
  })

export default function OrganiserRates() {
  const { history, saved, words, tabs, nav } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  const locale = useLocale()
  const to = useLocalePath()
  if (answer && 'kept' in answer) return <KeptForm kept={answer.kept} />
  const said = words.form
  const day = (iso: string) => isolated(formatDay(new Date(`${iso}T05:00:00Z`), locale), locale)
  const problems: RateProblems = answer?.problems ?? {}
  const field = (name: RateField) => {
    const problem = problems[name]
    return { name, value: answer?.typed[name] ?? '', problem: problem && words.problems[problem] }
  }
  return (
    <>
      <MoneyNav current="rates" nav={nav} words={tabs} />
      <main id="main" className="wrap money-page">
        <h1>{words.title}</h1>
        <p className="mut lead">{words.intro}</p>
        {answer ? (
          <Note tone="bad">{'isRealHall' in answer ? words.realHall : words.fix}</Note>
        ) : saved ? (
          <Note tone="ok" takesFocus>
            {fill(words.saved, { day: day(saved) })}
          </Note>
        ) : history.mayKeep ? null : (
          <Note>{words.realHall}</Note>
        )}
        <section>
          <h2>{said.title}</h2>
          <Form method="post" className="fields" replace noValidate key={saved ?? ''}>
            <div className="pairs">
              {SHOWN_CURRENCIES.map((currency) => (
                <Field
                  key={currency}
                  {...field(currency)}
                  label={fill(said.rate, { currency })}
                  before="Rp"
                  inputMode="decimal"
                  maxLength={20}
                  ltr
                />
              ))}
            </div>
            <p className="sm mut">{said.keep}</p>
            <Field
              {...field('validOn')}
              value={answer?.typed.validOn ?? history.today}
              label={said.validOn}
              type="date"
              max={history.today}
            />
            <Field {...field('source')} label={said.source} hint={said.sourceHint} maxLength={120} />
            {Object.values(problems).includes('unlikely') ? (
              <label className="tick">
                <input type="checkbox" name="sure" value="yes" />
                {said.sure}
              </label>
            ) : null}
            <button type="submit" className="btn pri">
              {said.save}
            </button>
          </Form>
        </section>
        <section>
          <h2>{words.history}</h2>
          {history.days.length === 0 ? <p className="mut">{words.none}</p> : null}
          <ol className="money-rows">
            {history.days.map(({ validOn, rates }) => (
              <li key={validOn}>
                <div>
                  <h3>{fill(words.day, { day: day(validOn) })}</h3>
                  {[...new Set(rates.map(({ source }) => source))].map((source) => (
                    <p className="sm mut" key={source}>
                      <bdi>{source}</bdi>
                    </p>
                  ))}
                  {[...new Set(rates.flatMap(({ by }) => by ?? []))].map((by) => (
                    <p className="sm mut" key={by}>
                      {fill(words.by, { name: isolated(by, locale) })}
                    </p>
                  ))}
                </div>
                <dl className="rate-list">
                  {rates.map(({ currency, idrMinorPerUnit }) => (
                    <div key={currency}>
                      <dt>{currency}</dt>
                      <dd>{formatNumber(idrMinorPerUnit / 100, locale)}</dd>
                    </div>
                  ))}
                </dl>
              </li>
            ))}
          </ol>
          <Pagination
            page={history.page}
            pages={history.pages}
            href={(n) => to(`/organiser/rates?page=${n}`)}
          />
        </section>
      </main>
    </>
  )
}

export function ErrorBoundary() {
  return <KeptOrError />
}
