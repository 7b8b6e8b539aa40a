import type { ReadinessLevel } from '~/domain/shared/readiness'

/** What the search page says and no other: its loader sends it. */
export const searchMore = {
  ready: { ready: 'جاهز للتصدير', nearly: 'جاهز عدا خطوة واحدة' } satisfies Record<ReadinessLevel, string>,
}
