import type { LoaderFunctionArgs } from '@remix-run/node'
import { run } from '~/app/run.server'
import { SHEET_VERSION } from '~/domain/hall/picture-sheet'
import { readSheet } from '~/domain/hall/read-sheet.server'
import { drawnSheet } from './drawn-sheets.server'

const FILE = /^([a-z0-9-]{1,200})\.([\w-]{8})\.png$/
const YEAR = 'public, max-age=31536000, immutable'
/** Under an old version's address: what is true now, and not for long. */
const HOUR = 'public, max-age=3600'
/** Of a booth that only some may see yet. */
const NEVER = 'private, no-store'

/**
 * A booth's pictures on one sheet: `/hall/sheets/<version of the drawings>/<booth>.<version of the sheet>.png`.
 * 404 where nothing is shown, 410 once the booth has left the hall.
 */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const [, slug, version] = FILE.exec(params.file ?? '') ?? []
  if (!slug) return new Response(null, { status: 404 })
  const found = await run(() => readSheet(context.context, { slug }))
  if (found.kind !== 'found') return new Response(null, { status: found.kind === 'closed' ? 410 : 404 })
  const asAddressed = params.version === String(SHEET_VERSION) && version === found.version
  const etag = `"${SHEET_VERSION}-${found.version}"`
  const headers = { 'Cache-Control': found.isPrivate ? NEVER : asAddressed ? YEAR : HOUR, ETag: etag }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  const picture = await run(() => drawnSheet(found.version, found.sources))
  return new Response(new Uint8Array(picture), { headers: { ...headers, 'Content-Type': 'image/png' } })
}
