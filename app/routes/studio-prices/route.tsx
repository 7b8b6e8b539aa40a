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
import { Field, SelectField } from '~/app/components/field'
import { Icon } from '~/app/components/icon'
import { Note } from '~/app/components/note'
import { StudioNav } from '~/app/components/studio-nav'
import { fill, fillPlural } from '~/app/i18n/fill'
import { formatMoney } from '~/app/i18n/format'
import { type PageWords, pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { changePrices } from '~/domain/product/change-prices.server'
import { listOwnPrices } from '~/domain/product/list-own-prices.server'
import { changePrices as newPrices, type PriceChange, ROUNDINGS } from '~/domain/product/price-change'
import { readPriceChange, type TypedPriceChange } from '~/domain/product/price-change.schema'
import type { PricedProduct } from '~/domain/product/price-list'
import { undoPrices } from '~/domain/product/undo-prices.server'
import { requirePesantrenWriter } from '~/domain/shared/acting'
import { money } from '~/domain/shared/money'
import '~/app/components/readiness-page.css'

/** '<id>:<version>', as each box and the way back have it. */
function readChosen(values: readonly FormDataEntryValue[]): { id: string; version: number }[] {
  return values.flatMap((value) => {
    const [, id, version] = /^([0-9a-f-]{36}):(\d{1,9})$/.exec(String(value)) ?? []
    return id ? [{ id, version: Number(version) }] : []
  })
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  return {
    actingId: context.viewer?.organisationId ?? null,
    goods: await run(() => listOwnPrices(context.context, { locale })),
    undone: Number(new URL(request.url).searchParams.get('undone')) || null,
    words: pageWords('studioShelf', locale).prices,
    nav: pageWords('studioProducts', locale).nav,
  }
}

/** Shows the new prices, saves them, or takes them back. */
export async function action({ params, request, context: web }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const { form, context } = await readActingForm(request, web, locale)
  requireSignedIn(request, context, form)
  // Who may not write at all is told so, and not what is wrong with the form.
  await run(async () => requirePesantrenWriter(context.context.actor))
  const intent = form.get('intent')
  if (intent === 'undo') {
    const undone = await run(() =>
      undoPrices(context.context, { changed: readChosen(form.getAll('changed')) }),
    )
    return redirect(`/${locale}/studio/products/prices?undone=${undone}`, 303)
  }
  const typed: TypedPriceChange = {
    by: form.get('by') === 'rupiah' ? 'rupiah' : 'percent',
    amount: String(form.get('amount') ?? '').slice(0, 20),
    rounding: String(form.get('rounding') ?? '').slice(0, 10),
  }
  const chosen = readChosen(form.getAll('chosen'))
  const ids = chosen.map(({ id }) => id)
  const change = readPriceChange(typed, locale)
  if (!change) return data({ kind: 'wrong' as const, typed, ids, change: null }, { status: 400 })
  if (chosen.length === 0) return data({ kind: 'none' as const, typed, ids, change }, { status: 400 })
  if (intent !== 'save') return data({ kind: 'preview' as const, typed, ids, change })
  const outcome = await run(() => changePrices(context.context, { change, chosen }))
  return data({ kind: 'done' as const, typed, ids: [], change: null, ...outcome })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.title ?? '',
    description: args.data?.words.metaDescription ?? '',
    path: '/studio/products/prices',
    noIndex: true,
  })

export default function StudioPrices() {
  const { goods, undone, words, nav } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  const to = useLocalePath()
  const locale = useLocale()
  const isPreview = answer?.kind === 'preview'
  const typed =
    answer && answer.kind !== 'done' ? answer.typed : { by: 'percent', amount: '', rounding: '100' }
  const done = answer?.kind === 'done' ? answer : null
  const shown = isPreview ? goods.filter(({ id }) => answer.ids.includes(id)) : goods
  return (
    <>
      <StudioNav current="products" words={nav} />
      <main id="main" className="wrap readiness-page price-page">
        <p className="crumb">
          <Link to={to('/studio/products')}>
            <Icon name="arrow-left" /> {words.back}
          </Link>
        </p>
        <h1>{words.title}</h1>
        {done ? (
          <Note tone="ok">
            <p>{fillPlural(words.changed, done.done.length, locale)}</p>
            {done.left > 0 ? <p>{fillPlural(words.left, done.left, locale)}</p> : null}
            {done.done.length > 0 ? (
              <Form method="post" replace>
                <ActingField />
                {done.done.map(({ id, version }) => (
                  <input key={id} type="hidden" name="changed" value={`${id}:${version}`} />
                ))}
                <button type="submit" name="intent" value="undo" className="btn s">
                  <Icon name="undo-2" />
                  {words.undo}
                </button>
              </Form>
            ) : null}
          </Note>
        ) : answer?.kind === 'wrong' || answer?.kind === 'none' ? (
          <Note tone="bad">{words[answer.kind]}</Note>
        ) : undone && !answer ? (
          <Note tone="ok">{fillPlural(words.undone, undone, locale)}</Note>
        ) : null}
        {goods.length === 0 ? (
          <p className="mut">{words.empty}</p>
        ) : (
          <>
            <p className="mut">{words.intro}</p>
            <Form method="post" replace noValidate key={`${answer?.kind} ${goods.map((one) => one.version)}`}>
              <ActingField />
              <div className="changes">
                <SelectField
                  name="by"
                  label={words.by}
                  value={typed.by}
                  options={[
                    { value: 'percent', label: words.percent },
                    { value: 'rupiah', label: words.rupiah },
                  ]}
                />
                <Field
                  name="amount"
                  label={words.amount}
                  value={typed.amount}
                  hint={words.amountHint}
                  problem={answer?.kind === 'wrong' ? words.wrong : undefined}
                  maxLength={16}
                  ltr
                />
                <SelectField
                  name="rounding"
                  label={words.rounding}
                  value={typed.rounding}
                  options={ROUNDINGS.map((value) => ({
                    value: String(value),
                    label: value === 1 ? words.noRounding : formatMoney(money(value * 100), locale),
                  }))}
                />
              </div>
              <p>
                <button
                  type="submit"
                  name="intent"
                  value="preview"
                  className={isPreview ? 'btn line' : 'btn pri'}
                >
                  {words.preview}
                </button>
              </p>
              <ul className="price-goods" aria-label={words.goods}>
                {shown.map((one) => (
                  <Priced key={one.id} of={one} change={isPreview ? answer.change : null} words={words} />
                ))}
              </ul>
              {isPreview ? (
                <p>
                  <button type="submit" name="intent" value="save" className="btn pri lg">
                    {fillPlural(words.save, shown.length, locale)}
                  </button>
                </p>
              ) : null}
            </Form>
          </>
        )}
      </main>
    </>
  )
}

function Priced({
  of: { id, version, name, unit, tiers },
  change,
  words,
}: {
  of: PricedProduct
  change: PriceChange | null
  words: PageWords['studioShelf']['prices']
}) {
  const { trade } = useWords()
  const locale = useLocale()
  const next = change ? newPrices(tiers, change) : null
  const field = `chosen-${id}`
  return (
    <li>
      <input type="checkbox" id={field} name="chosen" value={`${id}:${version}`} defaultChecked />
      <label htmlFor={field}>
        <bdi>{name}</bdi>
      </label>
      <dl>
        {tiers.map(({ minimumQuantity, unitPriceMinor }, place) => {
          const after = next?.problem === null ? next.tiers[place]?.unitPriceMinor : undefined
          const was = formatMoney(money(unitPriceMinor), locale)
          return (
            <div key={minimumQuantity}>
              <dt>{fill(words.from, { amount: trade.amount(minimumQuantity, unit) })}</dt>
              <dd>
                <span className="vh">{words.was} </span>
                {after === undefined ? was : <del>{was}</del>}
              </dd>
              <dd>
                {after === undefined ? null : (
                  <>
                    <span className="vh">{words.becomes} </span>
                    <ins>{formatMoney(money(after), locale)}</ins>
                  </>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      {next?.problem ? (
        <p className="bad-t sm b">{next.problem === 'too-low' ? words.tooLow : words.tooHigh}</p>
      ) : null}
    </li>
  )
}

export function ErrorBoundary() {
  return <ActingErrorPage />
}
