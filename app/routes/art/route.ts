import type { LoaderFunctionArgs } from '@remix-run/node'
import { drawSvg } from '~/domain/product/drawing'
import { parseDrawingSpec } from '~/domain/product/drawing-spec'

/** A product's drawing as an immutable picture. */
export function loader({ params }: LoaderFunctionArgs) {
  const spec = parseDrawingSpec(params.file?.replace(/\.svg$/, '') ?? '')
  if (!spec) throw new Response(null, { status: 404 })
  return new Response(drawSvg(spec), {
    headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=31536000, immutable' },
  })
}
