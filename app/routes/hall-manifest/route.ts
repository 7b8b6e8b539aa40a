import { createHash } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { run } from '~/app/run.server'
import { readManifest } from '~/domain/hall/read-manifest.server'

/** `/hall/manifest.json`: asked for anew at every visit, sent only when it has changed. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const manifest = await run(() => readManifest(context.context))
  if (!manifest) throw new Response(null, { status: 404 })
  const body = JSON.stringify(manifest)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = { 'Cache-Control': 'no-cache', ETag: etag }
  // Compression on the way makes the tag a weak one.
  const known = request.headers.get('if-none-match')?.replace(/^W\//, '')
  if (known === etag) return new Response(null, { status: 304, headers })
  return new Response(body, {
    headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' },
  })
}
