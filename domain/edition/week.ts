const WEEK_MS = 7 * 24 * 3600 * 1000
/** 1970-01-05 00:00 in Jakarta, a Monday. */
const FIRST_MONDAY_MS = Date.UTC(1970, 0, 5) - 7 * 3600 * 1000

/** The number of weeks since 1970: it changes on Monday at midnight in Jakarta. */
export function weekNumber(now: Date): number {
  return Math.floor((now.getTime() - FIRST_MONDAY_MS) / WEEK_MS)
}

/**
 * `count` two-letter starting points in the alphabet, the same all through a week: where the week's shelf
 * begins to take goods, so that choosing them reads a few rows of an index, not the whole catalogue.
 */
export function shelfStarts(week: number, count: number): string[] {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const starts: string[] = []
  let state = (week * 2654435761) >>> 0
  const next = () => {
    // xorshift32; seeded by the week, never zero
    state = state || 1
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state
  }
  for (let i = 0; i < count; i++) starts.push(`${letters[next() % 26]}${letters[next() % 26]}`)
  return starts
}
