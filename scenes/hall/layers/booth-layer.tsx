import type { Stage } from '../stage'
import { InstancedLayer } from './instanced-layer'

/** All booths in view, in three degrees of detail: three draws, however many booths there are. */
export function BoothLayer({ stage }: { stage: Stage }) {
  return (
    <>
      <InstancedLayer instances={stage.booths.near} material={stage.materials.hall} order={0} />
      <InstancedLayer instances={stage.booths.mid} material={stage.materials.hall} order={1} />
      <InstancedLayer instances={stage.booths.far} material={stage.materials.hall} order={2} />
    </>
  )
}
