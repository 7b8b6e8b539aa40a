import { useEffect, useState } from 'react'
import { galleryPrefix } from './sending'

/** Under which the sender keeps where an unfinished file goes on. */
const KEPT_UNDER = 'tus::'

/** Files of a gallery that were begun on this device and not sent to the end, as it was when the page was opened. */
export function useUnfinished(gallery: string): { count: number; forget: () => void } {
  const [keys, setKeys] = useState<readonly string[]>([])
  useEffect(() => setKeys(keptOf(gallery)), [gallery])
  return {
    count: keys.length,
    forget: () => {
      for (const key of keys) localStorage.removeItem(key)
      setKeys([])
    },
  }
}

function keptOf(gallery: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(KEPT_UNDER + galleryPrefix(gallery)))
  } catch {
    // Storage is shut off in this browser.
    return []
  }
}
