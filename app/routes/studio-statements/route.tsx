import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { ErrorPage } from '~/app/components/error-page'
import { SelectField } from '~/app/components/field'
import { Icon } from '~/app/components/icon'
import { Fact, Ledger } from '~/app/components/ledger'
import { Note } from '~/app/components/note'
import { SampleTabs } from '~/app/components/sample-tabs'
import { StudioNav } from '~/app/components/studio-nav'
import { fill } from '~/app/i18n/fill'
import { formatDay, formatMoney } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { isolated } from '~/app/party-name'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { orderNumber } from '~/domain/order/order-number'
import { readStatement } from '~/domain/order/read-statement.server'
import { requirePesantren } from '~/domain/shared/acting'
import type { Locale } from '~/domain/shared/locale'
import { money } from '~/domain/shared/money'
import '~/app/components/sample-page.css'
import './studio-statements.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  await run(async () => requirePesantren(context.context.actor))
  const month = new URL(request.url).searchParams.get('month')
  const { nav: tabs, statements } = pageWords('studioSamples', locale)
  return {
    statement: await run(() => readStatement(context.context, { month })),
    tabs,
    words: statements,
    nav: pageWords('studioProducts', locale).nav,
  }
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.title ?? '',
    description: args.data?.words.metaDescription ?? '',
    path: '/studio/statements',
    noIndex: true,
  })

const TAGS: Record<Locale, string> = { id: 'id-ID', en: 'en-GB', ar: 'ar-u-nu-latn' }
/** 'November 2026' */
function monthName(month: string, locale: Locale): string {
  return new Intl.DateTimeFormat(TAGS[locale], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-15T00:00:00Z`),
  )
}

export default function StudioStatements() {
  const { statement, tabs, words, nav } = useLoaderData<typeof loader>()
  const locale = useLocale()
  const to = useLocalePath()
  const { month, months, lines, owed, openingMinor, closingMinor } = statement
  const amount = (minor: number) => <bdi>{signed(minor, locale)}</bdi>
  return (
    <>
      <StudioNav current="samples" words={nav} />
      <main id="main" className="wrap sample-page studio-statements">
        <h1>{words.title}</h1>
        <SampleTabs current="statements" words={tabs} />
        <p className="mut">{words.intro}</p>
        {owed.balanceMinor < 0 ? <Note>{words.negative}</Note> : null}
        <Ledger>
          <Fact label={words.owed}>{amount(owed.balanceMinor)}</Fact>
          <Fact label={words.releasable} note={words.releasableText}>
            {amount(owed.releasableMinor)}
          </Fact>
        </Ledger>
        <section>
          <h2>{monthName(month, locale)}</h2>
          <Form method="get">
            <SelectField
              name="month"
              label={words.month}
              value={month}
              options={[...new Set([month, ...months])].map((value) => ({
                value,
                label: monthName(value, locale),
              }))}
            />
            <button type="submit" className="btn line">
              {words.show}
            </button>
            <a className="btn line" href={`${to('/studio/statements.csv')}?month=${month}`} download>
              <Icon name="arrow-down" />
              {words.csv}
            </a>
          </Form>
        </section>
        <ol className="lines">
          <li>
            <span>{words.opening}</span>
            <b>{amount(openingMinor)}</b>
          </li>
          {lines.map(
            ({ at, kind, amountMinor, balanceMinor, orderId, orderNumber: number, payout }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a statement's lines never move
              <li key={place}>
                <span>
                  {words.entries[kind]}
                  {orderId && number !== null ? (
                    <>
                      {' · '}
                      <Link to={to(`/studio/orders/${orderId}`)}>
                        <bdi dir="ltr">{orderNumber(number)}</bdi>
                      </Link>
                    </>
                  ) : null}
                </span>
                <b>{amount(amountMinor)}</b>
                <span className="sm mut">
                  {formatDay(at, locale)}
                  {payout ? (
                    <>
                      {' · '}
                      {fill(words.reference, { reference: isolated(payout.reference, locale) })}
                      {payout.hasProof ? (
                        <>
                          {' · '}
                          <a href={to(`/studio/payouts/${payout.id}/proof`)} target="_blank" rel="noopener">
                            {words.proof}
                          </a>
                        </>
                      ) : null}
                    </>
                  ) : null}
                </span>
                <span className="sm mut">
                  {words.balance} {amount(balanceMinor)}
                </span>
              </li>
            ),
          )}
          <li>
            <span>{lines.length === 0 ? words.none : words.closing}</span>
            <b>{amount(closingMinor)}</b>
          </li>
        </ol>
      </main>
    </>
  )
}

/** With its sign before it: a statement adds and takes. */
function signed(minor: number, locale: Locale): string {
  const shown = formatMoney(money(Math.abs(minor)), locale)
  if (minor >= 0) return shown
  // The sign stays at its number, also where the currency is written in Arabic.
  return locale === 'ar' ? shown.replace(/^[\d,.]+/, '\u2066−$&\u2069') : `−${shown}`
}

export function ErrorBoundary() {
  return <ErrorPage />
}
