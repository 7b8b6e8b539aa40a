import { useMemo } from 'react'
import type { StageWorld } from '~/app/hall-stage/stage-state'
import { aisleWorld } from '~/domain/hall/aisle-world'
import { gatheredOf, type HallData } from './gathered'

/** One's own aisle as a world of its own, while the address asks for one that has booths. */
export function useWorld(hall: HallData): StageWorld | null {
  return useMemo(() => {
    const gathered = gatheredOf(hall)
    if (gathered?.as !== 'aisle' || gathered.booths.length === 0) return null
    return { key: gathered.booths.map(({ slug }) => slug).join(), ...aisleWorld(gathered.booths) }
  }, [hall])
}
