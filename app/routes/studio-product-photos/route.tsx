import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readActingForm } from '~/app/acting-form.server'
import { ActingErrorPage } from '~/app/components/acting-error-page'
import { CropForm } from '~/app/components/photo-manager/crop-form'
import { PhotoManager } from '~/app/components/photo-manager/photo-manager'
import { StudioNav } from '~/app/components/studio-nav'
import { galleryPage } from '~/app/gallery-page.server'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { answerPhotoForm } from '~/app/photo-actions.server'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { actingOrganisation } from '~/domain/account/viewer'
import { readOwnProduct } from '~/domain/product/read-own-product.server'
import { localized } from '~/domain/shared/locale'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const { product } = await run(() => readOwnProduct(context.context, { id: params.id ?? '' }))
  return {
    ...(await galleryPage(context, { request, locale, productId: product.id })),
    booth: context.viewer && actingOrganisation(context.viewer),
    navWords: pageWords('studioProducts', locale).nav,
    productId: product.id,
    name: localized(product.fields.name, locale)?.text ?? product.slug,
    suggested: product.fields.name,
  }
}

export async function action({ params, request, context: web }: ActionFunctionArgs) {
  requireSignedIn(request, web)
  const locale = metaLocale({ params })
  const productId = params.id ?? ''
  const { form, context } = await readActingForm(request, web, locale)
  const path = `/${locale}/studio/products/${productId}/photos`
  return answerPhotoForm(context.context, { form, productId, path })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: [args.data?.words.titleProduct, args.data?.name].filter(Boolean).join(' · '),
    description: args.data?.words.metaDescription ?? '',
    path: `/studio/products/${args.params.id}/photos`,
    noIndex: true,
  })

export default function StudioProductPhotosPage() {
  const { words, navWords, photos, crop, told, booth, productId, name, suggested } =
    useLoaderData<typeof loader>()
  const to = useLocalePath()
  const path = to(`/studio/products/${productId}/photos`)
  return (
    <>
      <StudioNav current="products" words={navWords} booth={booth} />
      {crop ? (
        <CropForm key={crop.photo.id} words={words} path={path} {...crop} />
      ) : (
        <PhotoManager
          words={words}
          photos={photos}
          productId={productId}
          suggested={suggested}
          path={path}
          told={told}
          title={words.titleProduct}
          intro={words.introProduct}
          emptyText={words.emptyProduct}
          back={{ href: to(`/studio/products/${productId}`), label: name }}
        />
      )}
    </>
  )
}

export function ErrorBoundary() {
  return <ActingErrorPage />
}
