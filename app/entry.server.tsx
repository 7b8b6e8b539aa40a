import { Transform, type TransformCallback } from 'node:stream'
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { words as ar } from './i18n/ar/words'
import { words as en } from './i18n/en/words'
import { words as id } from './i18n/id/words'
import { registerWords } from './i18n/registry'
import { loggedPath } from './logged-path'

registerWords('id', id)
registerWords('en', en)
registerWords('ar', ar)

export const streamTimeout = 8_000

/** Streams a document; a crawler and a page with an error status get it whole. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, log, requestId }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const whole = isbot(request.headers.get('user-agent')) || status >= 400
    let shellSent = false
    const send = () => {
      shellSent = true
      const body = new Transform({ transform: withoutNul })
      headers.set('Content-Type', 'text/html; charset=utf-8')
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
      pipe(body)
    }
    const { pipe, abort } = renderToPipeableStream(
      <RemixServer context={remixContext} url={request.url} nonce={nonce} />,
      {
        nonce,
        onShellReady: whole ? undefined : send,
        onAllReady: whole ? send : undefined,
        onShellError: reject,
        onError(error) {
          status = 500
          if (shellSent) log.error({ requestId, err: error }, 'rendering failed')
        },
      },
    )
    setTimeout(abort, streamTimeout + 1_000).unref()
  })
}

/**
 * React's stream fills its buffer to the end with zeros where a letter of several bytes does not fit in any
 * more (Arabic has many). No page has a zero of its own: text and data are escaped.
 */
function withoutNul(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
  const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
  done(null, bytes.includes(0) ? bytes.filter((byte) => byte !== 0) : bytes)
}

/** Called once for every error that a loader, an action or rendering throws. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  // A refusal is an answer, not a failure; what a server refuses (503) it says in its own line.
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  context.log.error(
    { requestId: context.requestId, err: error, path: loggedPath(new URL(request.url).pathname) },
    'request failed',
  )
}
