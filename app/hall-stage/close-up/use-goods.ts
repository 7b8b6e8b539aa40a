import { useEffect, useState } from 'react'
import type { BoothGoods } from '~/domain/hall/read-booth-goods.server'
import type { Locale } from '~/domain/shared/locale'
import { fetchJson } from '../hall-files'
import { KeptGoods } from './kept-goods'

const kept = new KeptGoods()

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
    const known = kept.fresh(address, performance.now())
    if (known) {
      // It stays as long as the visitor does.
      setAnswer({ address, shelf: known })
      return
    }
    const given = new AbortController()
    const settle = (shelf: BoothGoods | null) => {
      if (given.signal.aborted) return
      if (shelf) kept.keep(address, shelf, performance.now())
      setAnswer({ address, shelf })
    }
    fetchJson<BoothGoods>(address, given.signal).then(settle, () => settle(null))
    return () => given.abort()
  }, [address, tried])
  const answered = answer?.address === address
  const shelf = answered ? answer.shelf : kept.fresh(address, performance.now())
  const again = () => {
    setAnswer(null)
    setTried(tried + 1)
  }
  return { shelf, failed: shelf === null && answered, again }
}
