import { sizeKey } from '~/domain/photo/photo-keys'
import { PHOTO_FORMATS, PHOTO_WIDTHS, type PhotoFormat } from '~/domain/photo/photo-view'
import type { Storage } from '~/integrations/storage/storage'

/** Its own width where a photograph is narrower than the least of PHOTO_WIDTHS. */
const LEAST_WIDTH = PHOTO_WIDTHS[0]
const PATH = new RegExp(`^/photos/([0-9a-f]{64})/([1-9][0-9]{0,3})\\.(${PHOTO_FORMATS.join('|')})$`)
export const PHOTOS = '/photos/*'

const YEAR = 'public, max-age=31536000, immutable'

/**
 * A photograph's file at one of the widths that there are, or nothing: no other name reaches the store. Who knows the
 * address may see it; it is a SHA-256 that only a page which shows the photograph tells. What lies under it never
 * changes, so that it is asked for once.
 */
export async function servePhoto(request: Request, path: string, storage: Storage): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return new Response('method not allowed', { status: 405, headers: { Allow: 'GET, HEAD' } })
  const [, hash, digits, format] = PATH.exec(path) ?? []
  const width = Number(digits)
  const isKnown = width < LEAST_WIDTH || PHOTO_WIDTHS.some((known) => known === width)
  if (!hash || !isKnown) return notFound()
  const file = await storage.get(sizeKey(hash, width, format as PhotoFormat))
  if (!file) return notFound()
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(file.body), {
    headers: {
      'Cache-Control': YEAR,
      'X-Content-Type-Options': 'nosniff',
      'Content-Type': `image/${format}`,
      'Content-Length': String(file.body.length),
    },
  })
}

/** One that is not there yet may be there soon, so nobody keeps the answer. */
function notFound(): Response {
  return new Response('not found', { status: 404, headers: { 'Cache-Control': 'no-store' } })
}
