import type { Arrival, NearBooth, Place } from './hall-api'
import type { HallWorld, Stand } from './world/hall-world'

const WITHIN = 60
const LONGEST = 12

/**
 * The booths that one sees from a place, nearest first: those whose front looks this way come first in
 * their order, then, if there are few, those around. Closed booths cannot be opened and are left out.
 */
export function nearBooths(world: HallWorld, place: Place): NearBooth[] {
  const [lookX, lookZ] = [-Math.sin(place.yaw), -Math.cos(place.yaw)]
  const seen: { stand: Stand; distance: number }[] = []
  const around: { stand: Stand; distance: number }[] = []
  for (const chunk of world.chunks) {
    if (Math.hypot(chunk.x - place.x, chunk.z - place.z) - chunk.radius > WITHIN) continue
    for (const stand of chunk.stands) {
      if (!stand.booth || stand.booth.closed) continue
      const [dx, dz] = [stand.x - place.x, stand.z - place.z]
      const distance = Math.hypot(dx, dz)
      if (distance > WITHIN) continue
      const inSight = (dx * lookX + dz * lookZ) / (distance || 1) > 0.55
      const facesMe = Math.sin(stand.yaw) * dx + Math.cos(stand.yaw) * dz > 0.4
      ;(inSight && facesMe ? seen : around).push({ stand, distance })
    }
  }
  const byDistance = (a: { distance: number }, b: { distance: number }) => a.distance - b.distance
  const list = seen.sort(byDistance).slice(0, LONGEST)
  if (list.length < LONGEST) list.push(...around.sort(byDistance).slice(0, LONGEST - list.length))
  return list.flatMap(({ stand, distance }) =>
    stand.booth
      ? [
          {
            slug: stand.booth.slug,
            pavilion: stand.pavilion,
            slot: stand.slot,
            distance: Math.round(distance),
          },
        ]
      : [],
  )
}

/** Somebody stands before a booth who is so near to it, from its middle, in metres. */
const BEFORE = 6.5
/** Cosine of how far off the middle of the view it may lie. */
const AHEAD = 0.9

/** The closed booth that somebody stands before and looks at; null: none, or an open one is more in view. */
export function shutAhead(world: HallWorld, place: Place): Arrival['shut'] {
  const [lookX, lookZ] = [-Math.sin(place.yaw), -Math.cos(place.yaw)]
  let ahead: Stand | null = null
  let straightest = AHEAD
  for (const chunk of world.chunks) {
    if (Math.hypot(chunk.x - place.x, chunk.z - place.z) - chunk.radius > BEFORE) continue
    for (const stand of chunk.stands) {
      const [dx, dz] = [stand.x - place.x, stand.z - place.z]
      const distance = Math.hypot(dx, dz)
      if (!stand.booth || distance > BEFORE) continue
      // Its front is seen, not its flank.
      if ((Math.sin(stand.yaw) * dx + Math.cos(stand.yaw) * dz) / (distance || 1) < 0.5) continue
      const straight = (dx * lookX + dz * lookZ) / (distance || 1)
      if (straight <= straightest) continue
      straightest = straight
      ahead = stand
    }
  }
  return ahead?.booth?.closed ? { pavilion: ahead.pavilion, slot: ahead.slot } : null
}
