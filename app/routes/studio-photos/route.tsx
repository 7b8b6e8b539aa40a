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
import { actingOrganisation } from '~/domain/account/viewer'

const PATH = '/studio/photos'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const booth = context.viewer && actingOrganisation(context.viewer)
  const page = await galleryPage(context, { request, locale, productId: null })
  return {
    ...page,
    booth,
    navWords: pageWords('studioProducts', locale).nav,
    suggested: { id: booth?.name ?? '', en: booth?.name ?? '', ar: booth?.nameArabic ?? booth?.name ?? '' },
  }
}

export async function action({ params, request, context: web }: ActionFunctionArgs) {
  requireSignedIn(request, web)
  const locale = metaLocale({ params })
  const { form, context } = await readActingForm(request, web, locale)
  return answerPhotoForm(context.context, { form, productId: null, path: `/${locale}${PATH}` })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.titleBooth ?? '',
    description: args.data?.words.metaDescription ?? '',
    path: PATH,
    noIndex: true,
  })

export default function StudioPhotosPage() {
  const { words, navWords, photos, crop, told, booth, suggested } = useLoaderData<typeof loader>()
  const to = useLocalePath()
  return (
    <>
      <StudioNav current="photos" words={navWords} booth={booth} />
      {crop ? (
        <CropForm key={crop.photo.id} words={words} path={to(PATH)} {...crop} />
      ) : (
        <PhotoManager
          words={words}
          photos={photos}
          productId={null}
          suggested={suggested}
          path={to(PATH)}
          told={told}
          title={words.titleBooth}
          intro={words.introBooth}
          emptyText={words.emptyBooth}
          back={{ href: to('/studio/booth'), label: words.backBooth }}
        />
      )}
    </>
  )
}

export function ErrorBoundary() {
  return <ActingErrorPage />
}
