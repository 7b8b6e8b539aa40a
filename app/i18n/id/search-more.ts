import type { ReadinessLevel } from '~/domain/shared/readiness'

/** What the search page says and no other: its loader sends it. */
export const searchMore = {
  ready: { ready: 'Siap ekspor', nearly: 'Siap, kurang satu langkah' } satisfies Record<
    ReadinessLevel,
    string
  >,
}
