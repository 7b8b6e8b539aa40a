import { listOwnPhotos } from '~/domain/photo/list-own-photos.server'
import { photoPath, photoWidths } from '~/domain/photo/photo-view'
import type { Locale } from '~/domain/shared/locale'
import { readPhotoNews } from './components/photo-manager/photo-news'
import { pageWords } from './i18n/page-words.server'
import { run } from './run.server'
import type { WebContext } from './web-context'

/** Wide enough to cut by, and small enough for a phone. */
const CUT_BY = 960

/** What the page of a gallery shows; with `?crop=<id>` in its address the form that cuts that photograph. */
export async function galleryPage(
  { context, viewer }: Pick<WebContext, 'context' | 'viewer'>,
  { request, locale, productId }: { request: Request; locale: Locale; productId: string | null },
) {
  const photos = await run(() => listOwnPhotos(context, { productId }))
  const query = new URL(request.url).searchParams
  const place = photos.findIndex(({ id, state }) => id === query.get('crop') && state === 'ready')
  const photo = photos[place]
  return {
    actingId: viewer?.organisationId ?? null,
    words: pageWords('photos', locale),
    photos,
    told: readPhotoNews(query),
    crop: photo ? { photo, place: place + 1, whole: wholeOf(photo) } : null,
  }
}

/** A cut one's whole is its owner's alone. */
function wholeOf({
  id,
  hash,
  width,
  crop,
}: {
  id: string
  hash: string | null
  width: number | null
  crop: unknown
}) {
  if (crop || !hash || !width) return `/studio/photos/${id}/whole.webp`
  const widths = photoWidths(width)
  return photoPath(hash, widths.find((one) => one >= CUT_BY) ?? widths.at(-1) ?? width, 'webp')
}
