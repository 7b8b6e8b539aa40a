import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { isRouteErrorResponse, Link, useActionData, useLoaderData, useRouteError } from '@remix-run/react'
import { readActingForm } from '~/app/acting-form.server'
import { ActingErrorPage } from '~/app/components/acting-error-page'
import { Icon } from '~/app/components/icon'
import { ProductForm } from '~/app/components/product-form/product-form'
import { UnsavedProductForm } from '~/app/components/product-form/unsaved-product-form'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { answerProductForm, drawingKinds } from '~/app/product-form.server'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { editProduct } from '~/domain/product/edit-product.server'
import { readOwnProduct } from '~/domain/product/read-own-product.server'
import { typedProduct } from '~/domain/product/typed-product'
import { PRODUCT_STATES } from '~/domain/shared/enums'
import { localized } from '~/domain/shared/locale'
import { SavedNotice } from './saved-notice'
import { Visibility } from './visibility'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const { product, papers, boothSlug, photos } = await run(() =>
    readOwnProduct(context.context, { id: params.id ?? '' }),
  )
  const { fields, ...rest } = product
  const query = new URL(request.url).searchParams
  return {
    actingId: context.viewer?.organisationId ?? null,
    words: pageWords('studioProducts', locale),
    kinds: drawingKinds(locale),
    product: rest,
    name: localized(fields.name, locale)?.text ?? product.slug,
    stored: typedProduct(fields, locale),
    papers,
    boothSlug,
    photos,
    publishWord: pageWords('boothStanding', locale).title,
    historyWord: pageWords('studioHistory', locale).open,
    done: query.get('done'),
    was: PRODUCT_STATES.find((state) => state === query.get('was')) ?? null,
  }
}

export async function action({ params, request, context: web }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const id = params.id ?? ''
  const { form, context } = await readActingForm(request, web, locale)
  // Whose session cannot be read now keeps what was typed.
  if (!context.isSessionUnknown) requireSignedIn(request, context, form)
  return answerProductForm(form, locale, async ({ version, fields, publish }) => {
    requireSignedIn(request, context)
    const outcome = await editProduct(context.context, { id, version, fields, publish })
    if (outcome.kind !== 'saved') return outcome
    const { state, before } = outcome
    const query = new URLSearchParams({ done: state === before ? 'saved' : 'published', was: before })
    return { kind: 'done', response: redirect(`/${locale}/studio/products/${id}?${query}`, 303) }
  })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.name ?? '',
    description: args.data?.words.metaDescription ?? '',
    path: `/studio/products/${args.params.id}`,
    noIndex: true,
  })

export default function StudioProductPage() {
  const {
    words,
    kinds,
    product,
    name,
    stored,
    papers,
    boothSlug,
    photos,
    historyWord,
    publishWord,
    done,
    was,
  } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  const isSaved = done !== null && answer === null
  return (
    <main id="main" className="studio-form">
      <ProductForm
        words={words}
        product={product}
        token={product.id}
        boothSlug={boothSlug}
        stored={stored}
        answer={answer}
        papers={papers}
        photos={photos}
        kinds={kinds}
        // What was kept of the new product is this one's now.
        keptNames={[product.id, `new:${boothSlug}`]}
        justSaved={isSaved}
        notice={
          isSaved ? (
            <SavedNotice
              product={product}
              name={name}
              done={done}
              was={was}
              words={words}
              publishWord={publishWord}
            />
          ) : null
        }
      />
      <HistoryLink id={product.id} word={historyWord} />
      <Visibility product={product} words={words} />
    </main>
  )
}

function HistoryLink({ id, word }: { id: string; word: string }) {
  const to = useLocalePath()
  return (
    <p className="grp">
      <Link className="btn line" to={to(`/studio/products/${id}/history`)}>
        <Icon name="history" />
        {word}
      </Link>
    </p>
  )
}

/** Where the data cannot be reached, also not for the page after sending, what was typed is kept. */
export function ErrorBoundary() {
  const answer = useActionData<typeof action>()
  const error = useRouteError()
  const frame = answer?.unavailable
  if (!answer || !frame || !isRouteErrorResponse(error) || error.status !== 503) return <ActingErrorPage />
  const product = {
    id: frame.token,
    slug: '',
    state: frame.state,
    version: answer.version,
    isSample: false,
    drawing: '',
  }
  return (
    <main id="main" className="studio-form">
      <UnsavedProductForm answer={answer} frame={frame} product={product} />
    </main>
  )
}
