import type { Stage } from '../stage'
import { InstancedLayer } from './instanced-layer'

/** The welcome arch, the pavilions' gates, lamps, garlands, planters with benches. */
export function StreetLayer({ stage }: { stage: Stage }) {
  const { gates, arch, lamps, garlands, planters } = stage.street
  const { hall } = stage.materials
  return (
    <>
      <InstancedLayer instances={gates} material={hall} order={3} />
      <InstancedLayer instances={arch} material={hall} order={3} />
      <InstancedLayer instances={lamps} material={hall} order={3} />
      <InstancedLayer instances={garlands} material={hall} order={3} />
      <InstancedLayer instances={planters} material={hall} order={3} />
    </>
  )
}
