import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { readActingForm } from '~/app/acting-form.server'
import { ActingErrorPage } from '~/app/components/acting-error-page'
import { ActingField } from '~/app/components/acting-field'
import { KeptForm } from '~/app/components/kept-form'
import { Note } from '~/app/components/note'
import { SampleTabs } from '~/app/components/sample-tabs'
import { StudioNav } from '~/app/components/studio-nav'
import { formatMoney } from '~/app/i18n/format'
import { type PageWords, pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { keepTyped } from '~/app/keep-typed.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { readShippingRates } from '~/domain/order/read-shipping-rates.server'
import { saveShippingRates } from '~/domain/order/save-shipping-rates.server'
import {
  parseShipping,
  readTypedShipping,
  type ShippingProblems,
  type ShippingRow,
  shippingTemplate,
  typedShipping,
} from '~/domain/order/shipping-table'
import { requirePesantrenWriter } from '~/domain/shared/acting'
import { money } from '~/domain/shared/money'
import { SHIPPING_ZONES } from '~/domain/shared/order-enums'
import { ShippingTable } from './shipping-table'
import '~/app/components/sample-page.css'
import './studio-shipping.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const { rows, basis, mayWrite } = await run(() => readShippingRates(context.context))
  const isExample = query.has('example')
  const { nav: tabs, shipping } = pageWords('studioSamples', locale)
  return {
    actingId: context.viewer?.organisationId ?? null,
    rows,
    typed: typedShipping(isExample ? shippingTemplate() : rows, locale),
    basis,
    mayWrite,
    isExample,
    isSaved: query.has('saved'),
    tabs,
    words: shipping,
    nav: pageWords('studioProducts', locale).nav,
  }
}

/** Saves the table, or answers with all that was typed and which cells are to be mended. */
export async function action({ params, request, context: web }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const { form, context } = await readActingForm(request, web, locale)
  if (!context.isSessionUnknown) requireSignedIn(request, context, form)
  return keepTyped({ form, locale, context }, async () => {
    // Who may not write at all is told so, and not what is wrong with the table.
    await run(async () => requirePesantrenWriter(context.context.actor))
    const typed = readTypedShipping(form)
    const answer = (status: number, problems: ShippingProblems, isChanged = false) =>
      data({ typed, problems, isChanged }, { status })
    const parsed = parseShipping(typed, locale)
    if (parsed.kind === 'problems') return answer(400, parsed.problems)
    const basis = String(form.get('basis') ?? '')
    const outcome = await run(() => saveShippingRates(context.context, { basis, rows: parsed.rows }))
    if (outcome.kind === 'changed') return answer(409, {}, true)
    return redirect(`/${locale}/studio/shipping?saved`, 303)
  })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.title ?? '',
    description: args.data?.words.metaDescription ?? '',
    path: '/studio/shipping',
    noIndex: true,
  })

export default function StudioShipping() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  const { rows, basis, mayWrite, isExample, isSaved, tabs, words, nav } = page
  const to = useLocalePath()
  if (answer && 'kept' in answer) return <KeptForm kept={answer.kept} />
  return (
    <>
      <StudioNav current="samples" words={nav} />
      <main id="main" className="wrap sample-page studio-shipping">
        <h1>{words.title}</h1>
        <SampleTabs current="shipping" words={tabs} />
        {answer ? (
          <Note tone="bad">{answer.isChanged ? words.changed : words.fix}</Note>
        ) : isSaved ? (
          <Note tone="ok" takesFocus>
            {words.saved}
          </Note>
        ) : isExample ? (
          <Note>{words.startText}</Note>
        ) : null}
        <p className="mut">{words.intro}</p>
        {mayWrite ? (
          <>
            {rows.length === 0 && !isExample && !answer ? (
              <p>
                <Link className="btn" to={`${to('/studio/shipping')}?example`}>
                  {words.start}
                </Link>
              </p>
            ) : null}
            <Form method="post" action={to('/studio/shipping')} noValidate key={`${isExample}${basis}`}>
              <ActingField />
              <input type="hidden" name="basis" value={basis} />
              <ShippingTable
                typed={answer?.typed ?? page.typed}
                problems={answer?.problems ?? {}}
                words={words}
              />
              <p className="save">
                <button type="submit" className="btn pri lg">
                  {words.save}
                </button>
              </p>
            </Form>
          </>
        ) : (
          <ReadOnly rows={rows} words={words} />
        )}
      </main>
    </>
  )
}

function ReadOnly({ rows, words }: { rows: ShippingRow[]; words: PageWords['studioSamples']['shipping'] }) {
  const locale = useLocale()
  return (
    <>
      <p className="mut">{words.readOnly}</p>
      {rows.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <ul className="sample-rows">
          {SHIPPING_ZONES.filter((zone) => rows.some((row) => row.zone === zone)).map((zone) => (
            <li key={zone}>
              <h2>{words.zones[zone]}</h2>
              <p className="facts">
                {rows
                  .filter((row) => row.zone === zone)
                  .map(({ upToGrams, priceMinor }) => (
                    <span key={upToGrams}>
                      {words.upTo} {upToGrams / 1000} {words.kg}: {formatMoney(money(priceMinor), locale)}
                    </span>
                  ))}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

export function ErrorBoundary() {
  return <ActingErrorPage />
}
