import { lazy } from 'react'

/**
 * What only an address with a search, a tour or an aisle shows: files of their own, so that the hall's page
 * is lighter. No boundary stands around it, so that a server's answer holds it whole, also for a browser without a
 * script, and a page that is shown stays until the next one is there.
 */
export const GatheredList = lazy(async () => {
  const { GatheredList } = await import('./asked-parts')
  return { default: GatheredList }
})

export const TourBar = lazy(async () => {
  const { TourBar } = await import('./asked-parts')
  return { default: TourBar }
})

export const TourChooser = lazy(async () => {
  const { TourChooser } = await import('./asked-parts')
  return { default: TourChooser }
})
