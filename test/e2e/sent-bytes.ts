import type { Page } from '@playwright/test'

/** What one answer of the server weighed on the way, its head included. */
export interface Sent {
  path: string
  kind: 'code' | 'fonts' | 'pictures'
  bytes: number
  /** The same without its head: what compression has made of its content. */
  body: number
  /** When its last byte came, as milliseconds since the epoch. */
  at: number
}

/**
 * Counts what the page is sent from now on, as it travels: compressed, heads included. Workers' requests too.
 * @returns what has come whole by a moment (milliseconds since the epoch), in the order of its coming.
 */
export function countSent(page: Page): (until: number) => Promise<Sent[]> {
  const pending: Promise<Sent>[] = []
  page.on('requestfinished', (request) => {
    const { pathname: path, protocol } = new URL(request.url())
    if (!protocol.startsWith('http')) return
    // The browser knows the moment itself; this side may hear of it late.
    const { startTime, responseEnd } = request.timing()
    const at = responseEnd < 0 ? Date.now() : startTime + responseEnd
    pending.push(
      request.sizes().then(({ responseBodySize, responseHeadersSize }) => ({
        path,
        kind: kindOf(path),
        bytes: responseBodySize + responseHeadersSize,
        body: responseBodySize,
        at,
      })),
    )
  })
  return async (until) => (await Promise.all(pending)).filter(({ at }) => at <= until)
}

/** How much of it is of a kind, in bytes. */
export function sumOf(
  sent: readonly Sent[],
  kind: Sent['kind'],
  measure: 'bytes' | 'body' = 'bytes',
): number {
  return sent.reduce((sum, one) => sum + (one.kind === kind ? one[measure] : 0), 0)
}

/** The heaviest first, for whoever has to find out what grew. */
export function heaviest(sent: readonly Sent[], kind: Sent['kind']): string {
  return sent
    .filter((one) => one.kind === kind)
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ path, bytes }) => `${path} ${bytes}`)
    .join(', ')
}

function kindOf(path: string): Sent['kind'] {
  if (path.endsWith('.woff2')) return 'fonts'
  return /\.(webp|png|jpe?g|avif|svg|ico)$/.test(path) || path.startsWith('/art/') ? 'pictures' : 'code'
}
