import { createHash } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { run } from '~/app/run.server'
import { readBoothGoods } from '~/domain/hall/read-booth-goods.server'
import { isLocale } from '~/domain/shared/locale'

/** `/hall/booths/<slug>.json?locale=id`: kept for a minute, then asked for anew and sent only when it has changed. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const slug = /^([0-9a-z-]{1,120})\.json$/.exec(params.file ?? '')?.[1]
  const locale = new URL(request.url).searchParams.get('locale') ?? 'id'
  if (!slug || !isLocale(locale)) throw new Response(null, { status: 404 })
  const body = JSON.stringify(await run(() => readBoothGoods(context.context, { slug, locale })))
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = { 'Cache-Control': 'public, max-age=60', ETag: etag }
  // Compression on the way makes the tag a weak one.
  const known = request.headers.get('if-none-match')?.replace(/^W\//, '')
  if (known === etag) return new Response(null, { status: 304, headers })
  return new Response(body, {
    headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' },
  })
}
