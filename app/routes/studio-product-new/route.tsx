import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { isRouteErrorResponse, useActionData, useLoaderData, useRouteError } from '@remix-run/react'
import { readActingForm } from '~/app/acting-form.server'
import { ActingErrorPage } from '~/app/components/acting-error-page'
import { ProductForm } from '~/app/components/product-form/product-form'
import { UnsavedProductForm } from '~/app/components/product-form/unsaved-product-form'
import { pageWords } from '~/app/i18n/page-words.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { answerProductForm, drawingKinds } from '~/app/product-form.server'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { createProduct } from '~/domain/product/create-product.server'
import { startProduct } from '~/domain/product/start-product.server'
import { emptyTypedProduct } from '~/domain/product/typed-product'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const { field, kind, unit, papers, boothSlug, token } = await run(() => startProduct(context.context))
  return {
    actingId: context.viewer?.organisationId ?? null,
    words: pageWords('studioProducts', locale),
    kinds: drawingKinds(locale),
    start: { ...emptyTypedProduct(), field, kind, unit },
    papers,
    boothSlug,
    token,
  }
}

/** Each loading has a token of its own: one that is under way keeps the one it began with. */
export function shouldRevalidate() {
  return false
}

export async function action({ params, request, context: web }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const { form, context } = await readActingForm(request, web, locale)
  // Whose session cannot be read now keeps what was typed.
  if (!context.isSessionUnknown) requireSignedIn(request, context, form)
  return answerProductForm(form, locale, async ({ token, fields, publish }) => {
    requireSignedIn(request, context)
    const outcome = await createProduct(context.context, { token, fields, publish })
    if (outcome.kind !== 'created') return outcome
    const query = new URLSearchParams({ done: publish ? 'published' : 'saved', was: 'draft' })
    return { kind: 'done', response: redirect(`/${locale}/studio/products/${outcome.id}?${query}`, 303) }
  })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.form.newTitle ?? '',
    description: args.data?.words.metaDescription ?? '',
    path: '/studio/products/new',
    noIndex: true,
  })

export default function StudioProductNewPage() {
  const { words, kinds, start, papers, boothSlug, token } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  return (
    <main id="main" className="studio-form">
      <ProductForm
        words={words}
        product={null}
        token={answer?.token || token}
        boothSlug={boothSlug}
        stored={start}
        answer={answer}
        papers={papers}
        kinds={kinds}
        keptNames={[`new:${boothSlug}`]}
        justSaved={false}
      />
    </main>
  )
}

/** Where the data cannot be reached, what was typed is kept. */
export function ErrorBoundary() {
  const answer = useActionData<typeof action>()
  const error = useRouteError()
  const frame = answer?.unavailable
  if (!answer || !frame || !isRouteErrorResponse(error) || error.status !== 503) return <ActingErrorPage />
  return (
    <main id="main" className="studio-form">
      <UnsavedProductForm answer={answer} frame={frame} product={null} />
    </main>
  )
}
