import { lazy } from 'react'

type Parts = typeof import('./asked-parts')

let parts: Parts | null = null

/**
 * Fetches what only an address with a search, a tour or an aisle shows. Called before such a page is made live: what
 * is still on its way then would be taken for another page than the server's.
 */
export async function loadAskedParts(): Promise<void> {
  parts = await import('./asked-parts')
}

function comesWith<T>(pick: (from: Parts) => T): Promise<{ default: T }> {
  const here = parts
  if (!here) return import('./asked-parts').then((from) => ({ default: pick(from) }))
  // React looks at once whether it is there; a promise, even of what is there, would be late by a turn.
  const atOnce = {
    // biome-ignore lint/suspicious/noThenProperty: that is what `lazy` asks for
    then: (tell: (found: { default: T }) => void) => tell({ default: pick(here) }),
  }
  return atOnce as unknown as Promise<{ default: T }>
}

/**
 * Files of their own, so that the hall's page is lighter. No boundary stands around them, so that a server's answer
 * holds them whole, also for a browser without a script, and a page that is shown stays until the next one is there.
 */
export const GatheredList = lazy(() => comesWith((from) => from.GatheredList))
export const TourBar = lazy(() => comesWith((from) => from.TourBar))
export const TourChooser = lazy(() => comesWith((from) => from.TourChooser))
