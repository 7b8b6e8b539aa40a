import type { Place } from '~/scenes/hall/hall-api'

/** A stop of the visitor, in words of the reader's language. */
export interface Stop {
  at: Place
  /** The pavilion, the boulevard or one's own aisle. */
  place: string
  /** 'Di depan Al-Hikmah 13, Paviliun 1, Kab. Bogor.'; null: before none. */
  before: string | null
  /** 'Terdekat: Al-Hikmah 13, 4 m.'; null: no booth is near, or none is loaded yet. */
  nearest: string | null
  /** '12 stan di dekat Anda.' */
  around: string | null
}

/**
 * What of a stop is news after the last one: the booth that one stands before, else the place if it is another,
 * and the nearest booth. Turning on the spot brings one nowhere, except where one walks (`walks`).
 * @returns null where nothing is to be said.
 */
export function whatIsNew(now: Stop, last: Stop | null, walks: boolean): string | null {
  if (now.before !== null) return now.before === last?.before ? null : now.before
  if (!last || last.place !== now.place)
    return [`${now.place}.`, now.around, now.nearest].filter(Boolean).join(' ')
  const goes = last.before !== null || last.nearest === null || hasGone(now.at, last.at, walks)
  return goes ? now.nearest : null
}

/** Half a metre on, or as far round as one notices. */
function hasGone(now: Place, last: Place, walks: boolean): boolean {
  return Math.hypot(now.x - last.x, now.z - last.z) > 0.5 || (walks && Math.abs(now.yaw - last.yaw) > 0.1)
}
