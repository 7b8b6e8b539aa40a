import type { HallWorld } from './hall-world'

/** The bit of a stand's `state` that says that somebody of the booth is online; shards don't say it. */
export const ONLINE = 8

/**
 * Marks those booths of a pavilion as online, and no others of the hall: of other pavilions nothing is known.
 * Slots whose booth hasn't come yet are marked too; slots that the manifest doesn't know are left out.
 * @returns whether any lamp changed.
 */
export function markOnline(world: HallWorld, pavilion: number, slots: ReadonlySet<number>): boolean {
  let changed = false
  for (const stand of world.all) {
    const state =
      stand.pavilion === pavilion && slots.has(stand.slot) ? stand.state | ONLINE : stand.state & ~ONLINE
    if (state === stand.state) continue
    stand.state = state
    changed = true
  }
  return changed
}
