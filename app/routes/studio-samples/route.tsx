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
import { EmptyShelf } from '~/app/components/empty-shelf'
import { FieldNotes } from '~/app/components/field'
import { FoundText } from '~/app/components/found-text'
import { Icon } from '~/app/components/icon'
import { Note } from '~/app/components/note'
import { Pagination } from '~/app/components/pagination'
import { SampleTabs } from '~/app/components/sample-tabs'
import { StudioNav } from '~/app/components/studio-nav'
import { fill, fillPlural } from '~/app/i18n/fill'
import { formatMoney, formatNumber } from '~/app/i18n/format'
import { type PageWords, pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { isolated } from '~/app/party-name'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import type { OwnOffer } from '~/domain/order/own-offer'
import { readOwnOffers } from '~/domain/order/read-own-offers.server'
import { readStock } from '~/domain/order/sample-offer.schema'
import { setSampleStock } from '~/domain/order/set-sample-stock.server'
import { requirePesantrenWriter } from '~/domain/shared/acting'
import { localized } from '~/domain/shared/locale'
import { money } from '~/domain/shared/money'
import '~/app/components/sample-page.css'
import './studio-samples.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const stock = query.get('stock')
  return {
    ...(await run(() => readOwnOffers(context.context, { locale, page: Number(query.get('page')) || 1 }))),
    actingId: context.viewer?.organisationId ?? null,
    stock: stock !== null && /^\d{1,6}$/.test(stock) ? Number(stock) : null,
    isSaved: query.has('saved'),
    words: pageWords('studioSamples', locale),
    nav: pageWords('studioProducts', locale).nav,
  }
}

/** Says how many samples of one product there are. */
export async function action({ params, request, context: web }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const { form, context } = await readActingForm(request, web, locale)
  requireSignedIn(request, context, form)
  // Who may not write at all is told so, and not what is wrong with the form.
  await run(async () => requirePesantrenWriter(context.context.actor))
  const productId = String(form.get('product') ?? '')
  const typed = String(form.get('onHand') ?? '').slice(0, 20)
  const onHand = readStock(typed)
  if (onHand === null) return data({ productId, typed }, { status: 400 })
  const shown = readStock(String(form.get('shown') ?? '')) ?? 0
  const count = await run(() => setSampleStock(context.context, { productId, onHand, shown }))
  const page = Number(new URL(request.url).searchParams.get('page')) || 1
  const query = new URLSearchParams({ stock: String(count), ...(page > 1 ? { page: String(page) } : {}) })
  return redirect(`/${locale}/studio/samples?${query}`, 303)
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.offers.title ?? '',
    description: args.data?.words.offers.metaDescription ?? '',
    path: '/studio/samples',
    noIndex: true,
  })

export default function StudioSamples() {
  const { rows, page, pages, mayWrite, hasRates, stock, isSaved, words, nav } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() ?? null
  const locale = useLocale()
  const to = useLocalePath()
  const said = words.offers
  const ships = rows.some(({ offer }) => offer && (offer.shipsHome || offer.shipsAbroad))
  return (
    <>
      <StudioNav current="samples" words={nav} />
      <main id="main" className="wrap sample-page studio-samples">
        <h1>{said.title}</h1>
        <SampleTabs current="offers" words={words.nav} />
        {wrong ? (
          <Note tone="bad">{said.stockWrong}</Note>
        ) : stock !== null ? (
          <Note tone="ok" takesFocus>
            {fill(said.stockSaved, { count: formatNumber(stock, locale) })}
          </Note>
        ) : isSaved ? (
          <Note tone="ok" takesFocus>
            {said.saved}
          </Note>
        ) : null}
        <p className="mut">{said.intro}</p>
        {ships && !hasRates ? (
          <Note>
            <p>{said.noRates}</p>
            {mayWrite ? (
              <p>
                <Link className="btn" to={to('/studio/shipping')}>
                  {said.toRates}
                </Link>
              </p>
            ) : null}
          </Note>
        ) : null}
        {rows.length === 0 ? (
          <EmptyShelf title={said.emptyTitle}>
            <p className="mut">{said.emptyText}</p>
            {mayWrite ? (
              <p>
                <Link className="btn pri" to={to('/studio/products/new')}>
                  {said.addProduct}
                </Link>
              </p>
            ) : null}
          </EmptyShelf>
        ) : (
          <ul className="sample-rows">
            {rows.map((row) => (
              <Row
                key={row.productId}
                row={row}
                words={said}
                mayWrite={mayWrite}
                typed={wrong?.productId === row.productId ? wrong.typed : null}
              />
            ))}
          </ul>
        )}
        <Pagination page={page} pages={pages} href={(wanted) => `${to('/studio/samples')}?page=${wanted}`} />
      </main>
    </>
  )
}

function Row({
  row,
  words,
  mayWrite,
  typed,
}: {
  row: OwnOffer
  words: PageWords['studioSamples']['offers']
  mayWrite: boolean
  typed: string | null
}) {
  const locale = useLocale()
  const to = useLocalePath()
  const { offer, name, productId, held } = row
  const size = localized(offer?.size, locale)
  const named = { name: isolated(name.text, locale) }
  const field = `stock-${productId}`
  const edit = to(`/studio/products/${productId}/sample`)
  return (
    <li>
      <div>
        <h2>
          <FoundText of={name} />
        </h2>
        <p className="facts sm">
          <span className={`tag ${offer?.state === 'open' ? 'ok' : ''}`}>
            {offer ? words[offer.state] : words.none}
          </span>
          {offer ? (
            <>
              <b>
                {offer.priceMinor === 0
                  ? words.free
                  : fill(words.each, { price: formatMoney(money(offer.priceMinor), locale) })}
              </b>
              {size ? <FoundText of={size} /> : null}
              {held > 0 ? <span>{fillPlural(words.held, held, locale)}</span> : null}
            </>
          ) : null}
        </p>
        {offer?.state === 'open' && row.productState !== 'published' ? (
          <p className="sm mut">{words.unseen}</p>
        ) : null}
      </div>
      {offer && mayWrite ? (
        <Form method="post" className="stock" replace preventScrollReset key={offer.onHand}>
          <ActingField />
          <input type="hidden" name="product" value={productId} />
          <input type="hidden" name="shown" value={offer.onHand} />
          <div className="fld">
            <label className="lab" htmlFor={field}>
              {words.stock} <span className="vh">{name.text}</span>
            </label>
            <input
              id={field}
              className={`in ${typed === null ? '' : 'err'}`}
              name="onHand"
              inputMode="numeric"
              dir="ltr"
              maxLength={8}
              defaultValue={typed ?? String(offer.onHand)}
              aria-invalid={typed === null ? undefined : true}
              aria-describedby={typed === null ? undefined : `${field}-problem`}
            />
            <FieldNotes id={field} problem={typed === null ? undefined : words.stockWrong} />
          </div>
          <button type="submit" className="btn line" aria-label={fill(words.saveOf, named)}>
            {words.save}
          </button>
        </Form>
      ) : offer ? (
        <p>
          {words.stock}: <b>{formatNumber(offer.onHand, locale)}</b>
        </p>
      ) : null}
      {mayWrite ? (
        <Link className="btn line" to={edit} aria-label={fill(offer ? words.editOf : words.offerOf, named)}>
          <Icon name={offer ? 'pencil' : 'plus'} />
          {offer ? words.edit : words.offer}
        </Link>
      ) : null}
    </li>
  )
}

export function ErrorBoundary() {
  return <ActingErrorPage />
}
