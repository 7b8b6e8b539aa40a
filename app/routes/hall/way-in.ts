import { savesData } from '~/app/hall-stage/saves-data'

/**
 * How the hall may open here: only when asked, where the device saves data ('save-data') or on a phone, where
 * it costs battery ('by-hand'); else by itself.
 */
export function wayIn(): 'save-data' | 'by-hand' | 'by-itself' {
  if (savesData()) return 'save-data'
  return window.matchMedia('(max-width: 899px), (pointer: coarse)').matches ? 'by-hand' : 'by-itself'
}

const SIGNS = ['pointermove', 'keydown', 'wheel'] as const
/** A click that began with the first move must still find what it was aimed at, in milliseconds. */
const AFTER_SIGN = 600

/**
 * Calls once somebody is there (moves, scrolls or types) and the page has nothing else to do: who only opened
 * the list pays for no hall. @returns how to call it off.
 */
export function atFirstSign(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let idle: number | undefined
  const forget = () => {
    for (const sign of SIGNS) window.removeEventListener(sign, seen)
  }
  const seen = () => {
    forget()
    timer = setTimeout(() => {
      if ('requestIdleCallback' in window) idle = window.requestIdleCallback(work, { timeout: 2_000 })
      else work()
    }, AFTER_SIGN)
  }
  for (const sign of SIGNS) window.addEventListener(sign, seen, { passive: true })
  return () => {
    forget()
    clearTimeout(timer)
    if (idle !== undefined) window.cancelIdleCallback(idle)
  }
}
