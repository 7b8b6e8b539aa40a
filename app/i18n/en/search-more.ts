import type { ReadinessLevel } from '~/domain/shared/readiness'

/** What the search page says and no other: its loader sends it. */
export const searchMore = {
  ready: { ready: 'Export-ready', nearly: 'Ready but for one step' } satisfies Record<ReadinessLevel, string>,
}
