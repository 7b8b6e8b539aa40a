import { useRouteLoaderData } from '@remix-run/react'
import type { HeaderData } from '../account-menu.server'

/** Where the reader's own booth stands while visitors don't see it; null: they do. */
export function useBoothStanding(): string | null {
  return useRouteLoaderData<HeaderData | null>('routes/locale/route')?.account?.standing ?? null
}
