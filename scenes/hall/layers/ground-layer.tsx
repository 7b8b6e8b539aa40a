import type { Stage } from '../stage'

/** The sky, then the floor over its lower edge; both after everything that stands. */
export function GroundLayer({ stage }: { stage: Stage }) {
  return (
    <>
      <mesh
        geometry={stage.sky}
        material={stage.materials.sky}
        frustumCulled={false}
        matrixAutoUpdate={false}
        renderOrder={8}
        dispose={null}
      />
      <mesh
        geometry={stage.floor}
        material={stage.materials.floor}
        frustumCulled={false}
        matrixAutoUpdate={false}
        renderOrder={9}
        dispose={null}
      />
    </>
  )
}
