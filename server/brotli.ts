import { Readable } from 'node:stream'
import { constants, createBrotliCompress } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'

const TEXT = /^(text\/|application\/(json|manifest\+json|xml)|image\/svg\+xml)/
/** Whoever takes it and does not take it with weight 0. */
const TAKES_BROTLI = /\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/
/** A tenth smaller than gzip, and a twentieth than quality 5, for a few milliseconds a page. */
const QUALITY = 7
const LEAST_BYTES = 1024

/** Answers in brotli to browsers that take it; all others are left to what compresses outside of this. */
export function brotli(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const { res } = c
    const type = res.headers.get('Content-Type') ?? ''
    const length = res.headers.get('Content-Length')
    if (
      !res.body ||
      c.req.method === 'HEAD' ||
      res.headers.has('Content-Encoding') ||
      !TEXT.test(type) ||
      (length !== null && Number(length) < LEAST_BYTES) ||
      !TAKES_BROTLI.test(c.req.header('accept-encoding') ?? '')
    ) {
      return
    }
    const packed = createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } })
    const source = Readable.fromWeb(res.body as Parameters<typeof Readable.fromWeb>[0])
    // A reader who leaves, and a page that breaks, end both.
    source.on('error', (error) => packed.destroy(error))
    packed.on('close', () => source.destroy())
    source.pipe(packed)
    c.res = new Response(Readable.toWeb(packed) as ReadableStream, res)
    c.res.headers.delete('Content-Length')
    c.res.headers.set('Content-Encoding', 'br')
    c.res.headers.append('Vary', 'Accept-Encoding')
  }
}
