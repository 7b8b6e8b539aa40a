import type { HallManifest } from '~/domain/hall/shard'

/** Where a pavilion's shard lies. @throws RangeError for a pavilion that the manifest doesn't have. */
export function shardUrl({ edition, pavilions }: HallManifest, number: number): string {
  const pavilion = pavilions.find((entry) => entry.number === number)
  if (!pavilion) throw new RangeError(`no pavilion ${number} in the manifest`)
  return `/hall/shards/${edition}/${number}/${pavilion.version}.json`
}

const TRIES = 3

/** Fetches JSON of our own server, trying anew when the network or the server stumbles. */
export async function fetchJson<T>(url: string, signal?: AbortSignal): Promise<T> {
  for (let tried = 1; ; tried++) {
    const response = await fetch(url, { signal }).catch(() => null)
    signal?.throwIfAborted()
    if (response?.ok) return (await response.json()) as T
    const hopeless = response !== null && response.status < 500
    if (hopeless || tried === TRIES) throw new Error(`${url} answered ${response?.status ?? 'nothing'}`)
    await new Promise((resolve) => setTimeout(resolve, 600 * tried))
  }
}
