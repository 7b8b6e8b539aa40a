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
import { Field, FieldNotes } from '~/app/components/field'
import { Icon } from '~/app/components/icon'
import { KeptForm } from '~/app/components/kept-form'
import { Note } from '~/app/components/note'
import { StudioNav } from '~/app/components/studio-nav'
import { fill } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { keepTyped } from '~/app/keep-typed.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { isolated } from '~/app/party-name'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { readOwnOffers } from '~/domain/order/read-own-offers.server'
import {
  FIRST_OFFER,
  type OfferField,
  type OfferProblems,
  offerProblems,
  offerSchema,
  readStock,
  readTypedOffer,
  typedOffer,
} from '~/domain/order/sample-offer.schema'
import { saveSampleOffer } from '~/domain/order/save-sample-offer.server'
import { requirePesantrenWriter } from '~/domain/shared/acting'
import { direction, LOCALES } from '~/domain/shared/locale'
import '~/app/components/sample-page.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const { rows, mayWrite } = await run(() =>
    readOwnOffers(context.context, { locale, productId: params.id ?? '' }),
  )
  if (!mayWrite) throw Response.json({ code: 'forbidden' }, { status: 403 })
  const [own] = rows
  if (!own) throw Response.json({ code: 'not-found' }, { status: 404 })
  return {
    actingId: context.viewer?.organisationId ?? null,
    own,
    typed: typedOffer(own.offer ?? FIRST_OFFER, locale),
    words: pageWords('studioSamples', locale).offer,
    nav: pageWords('studioProducts', locale).nav,
  }
}

/** Saves the offer, or answers with all that was typed and what is to be mended. */
export async function action({ params, request, context: web }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const { form, context } = await readActingForm(request, web, locale)
  if (!context.isSessionUnknown) requireSignedIn(request, context, form)
  return keepTyped({ form, locale, context }, async () => {
    // Who may not write at all is told so, and not what is wrong with the form.
    await run(async () => requirePesantrenWriter(context.context.actor))
    const typed = readTypedOffer(form)
    const answer = (status: number, problems: OfferProblems, isChanged = false) =>
      data({ typed, problems, isChanged }, { status })
    const productId = params.id ?? ''
    const { rows } = await run(() => readOwnOffers(context.context, { locale, productId }))
    if (rows.length === 0) throw Response.json({ code: 'not-found' }, { status: 404 })
    const parsed = offerSchema.safeParse(typed)
    if (!parsed.success) return answer(400, offerProblems(parsed.error))
    const outcome = await run(() =>
      saveSampleOffer(context.context, {
        productId,
        version: Number(form.get('version')) || 0,
        onHandShown: readStock(String(form.get('shown') ?? '')) ?? parsed.data.onHand,
        fields: parsed.data,
      }),
    )
    if (outcome.kind === 'changed') return answer(409, {}, true)
    return redirect(`/${locale}/studio/samples?saved`, 303)
  })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data ? fill(args.data.words.title, { name: args.data.own.name.text }) : '',
    description: args.data?.words.metaDescription ?? '',
    path: `/studio/products/${args.params.id}/sample`,
    noIndex: true,
  })

const WAYS = ['shipsHome', 'shipsAbroad', 'handsOver'] as const

export default function StudioSample() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  const { own, words, nav } = page
  const to = useLocalePath()
  const locale = useLocale()
  if (answer && 'kept' in answer) return <KeptForm kept={answer.kept} />
  const typed = answer?.typed ?? page.typed
  const problem = (field: OfferField) => {
    const code = answer?.problems[field]
    return code ? words.problems[code] : undefined
  }
  const goes = problem('goes')
  return (
    <>
      <StudioNav current="samples" words={nav} />
      <main id="main" className="wrap sample-page narrow">
        <p className="crumb">
          <Link to={to('/studio/samples')}>
            <Icon name="arrow-left" /> {words.back}
          </Link>
        </p>
        <h1>{fill(words.title, { name: isolated(own.name.text, locale) })}</h1>
        {answer ? <Note tone="bad">{answer.isChanged ? words.changed : words.fix}</Note> : null}
        <Form method="post" className="stack" noValidate key={answer?.isChanged ? own.version : 'form'}>
          <ActingField />
          <input type="hidden" name="version" value={own.version} />
          <input type="hidden" name="shown" value={own.offer?.onHand ?? ''} />
          <label className="choice-line">
            <input type="checkbox" name="state" defaultChecked={typed.state !== ''} />
            <b>{words.state}</b>
          </label>
          <Field
            name="price"
            label={words.price}
            value={typed.price}
            problem={problem('price')}
            hint={words.priceHint}
            before="Rp"
            inputMode="numeric"
            maxLength={16}
            ltr
          />
          <fieldset className="fld stack">
            <legend>{words.sizeTitle}</legend>
            {LOCALES.map((one, at) => (
              <div key={one} className={`in-${direction(one)}`}>
                <Field
                  name={`size.${one}`}
                  label={words.size[one]}
                  value={typed[`size.${one}`]}
                  problem={problem(`size.${one}`)}
                  hint={at === 0 ? words.sizeHint : undefined}
                  maxLength={120}
                />
              </div>
            ))}
          </fieldset>
          <Field
            name="weightGrams"
            label={words.weight}
            value={typed.weightGrams}
            problem={problem('weightGrams')}
            hint={words.weightHint}
            after="g"
            inputMode="numeric"
            maxLength={8}
            ltr
          />
          <Field
            name="onHand"
            label={words.onHand}
            value={typed.onHand}
            problem={problem('onHand')}
            hint={words.onHandHint}
            inputMode="numeric"
            maxLength={8}
            ltr
          />
          <Field
            name="limitPerBuyer"
            label={words.limit}
            value={typed.limitPerBuyer}
            problem={problem('limitPerBuyer')}
            hint={words.limitHint}
            inputMode="numeric"
            maxLength={4}
            ltr
          />
          <fieldset className="fld" aria-describedby={goes ? 'field-goes-problem' : undefined}>
            <legend>{words.goes}</legend>
            {WAYS.map((way) => (
              <label key={way} className="choice-line">
                <input type="checkbox" name={way} defaultChecked={typed[way] !== ''} />
                {words[way]}
              </label>
            ))}
            <FieldNotes id="field-goes" problem={goes} />
          </fieldset>
          <p className="row wrapx">
            <button type="submit" className="btn pri lg">
              {words.save}
            </button>
            {own.productState === 'published' ? (
              <Link className="btn quiet" to={to(`/products/${own.slug}`)}>
                <Icon name="eye" />
                {words.seenAs}
              </Link>
            ) : null}
          </p>
        </Form>
      </main>
    </>
  )
}

export function ErrorBoundary() {
  return <ActingErrorPage />
}
