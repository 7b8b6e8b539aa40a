import type { LoaderFunctionArgs } from '@remix-run/node'
import { run } from '~/app/run.server'
import { readWholePhoto } from '~/domain/photo/read-whole-photo.server'

/** A photograph before it was cut, for its owner alone: `/studio/photos/<id>/whole.webp`. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const file = await run(() => readWholePhoto(context.context, { id: params.id ?? '' }))
  return new Response(new Uint8Array(file.body), {
    headers: { 'Content-Type': file.contentType, 'Cache-Control': 'private, no-store' },
  })
}
