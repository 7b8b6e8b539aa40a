import type { LoaderFunctionArgs } from '@remix-run/node'
import { run } from '~/app/run.server'
import { readShard } from '~/domain/hall/read-shard.server'
import { encodeShard } from './encode-shard.server'

/**
 * `/hall/shards/<edition>/<pavilion>/<version>.json`: immutable when it carries what its address names.
 * An outdated address gets what is true now, which is not to be kept.
 */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const version = /^([0-9a-z]{1,32})\.json$/.exec(params.version ?? '')?.[1]
  const pavilion = Number(/^\d{1,3}$/.test(params.pavilion ?? '') ? params.pavilion : Number.NaN)
  if (!version || !params.edition || Number.isNaN(pavilion)) throw new Response(null, { status: 404 })
  const { shard, asAddressed } = await run(() =>
    readShard(context.context, { edition: params.edition ?? '', pavilion, version }),
  )
  const headers: Record<string, string> = {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': asAddressed ? 'public, max-age=31536000, immutable' : 'no-store',
    Vary: 'Accept-Encoding',
  }
  const { plain, brotli } = encodeShard(shard)
  if (!acceptsBrotli(request)) return new Response(plain, { headers })
  return new Response(brotli, { headers: { ...headers, 'Content-Encoding': 'br' } })
}

function acceptsBrotli(request: Request): boolean {
  const accepted = request.headers.get('accept-encoding') ?? ''
  return /\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted)
}
