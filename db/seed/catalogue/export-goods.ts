import type { Traits } from './archetype'

/** Whether a small maker's goods could go abroad by sea: they have an HS code, keep, and aren't alive. */
export function travels({ hs, shelfLifeDays = 365 }: Pick<Traits, 'hs' | 'shelfLifeDays'>): boolean {
  return hs !== null && shelfLifeDays > 60 && !LIVE.some((chapter) => hs.startsWith(chapter))
}
/** Live animals, live fish, plants. */
const LIVE = ['01', '0301', '06']
