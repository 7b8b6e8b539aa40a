import type { NearBooth, Place } from './hall-api'
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
