import { useEffect, useState } from 'react'
import type { BoothGoods } from '~/domain/hall/read-booth-goods.server'
import type { Locale } from '~/domain/shared/locale'
import { fetchJson } from '../hall-files'

/** What has been read in this visit; a booth that one comes back to shows its goods at once. */
const read = new Map<string, BoothGoods>()
/** No visit needs more at hand. */
const KEPT = 60

export interface Goods {
  /** Null until they are there. */
  shelf: BoothGoods | null
  failed: boolean
  again: () => void
}

/** Reads what a booth has on its shelf; given up when the visitor leaves it. */
export function useGoods(slug: string, locale: Locale): Goods {
  const address = `/hall/booths/${slug}.json?locale=${locale}`
  const [tried, setTried] = useState(0)
  const [answer, setAnswer] = useState<{ address: string; shelf: BoothGoods | null } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is another reading
  useEffect(() => {
    if (read.has(address)) return
    const given = new AbortController()
    const settle = (shelf: BoothGoods | null) => {
      if (given.signal.aborted) return
      if (shelf) read.set(address, shelf)
      for (const oldest of read.keys()) {
        if (read.size <= KEPT) break
        read.delete(oldest)
      }
      setAnswer({ address, shelf })
    }
    fetchJson<BoothGoods>(address, given.signal).then(settle, () => settle(null))
    return () => given.abort()
  }, [address, tried])
  const shelf = read.get(address) ?? null
  const again = () => {
    setAnswer(null)
    setTried(tried + 1)
  }
  return { shelf, failed: shelf === null && answer?.address === address, again }
}
