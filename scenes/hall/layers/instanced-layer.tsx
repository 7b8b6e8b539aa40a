import type { ShaderMaterial } from 'three'
import type { Instances } from '../world/instances'

/** One draw of many instances; what is in view was decided before the frame. */
export function InstancedLayer(props: { instances: Instances; material: ShaderMaterial; order: number }) {
  return (
    <mesh
      ref={(mesh) => {
        if (mesh) props.instances.shownBy(mesh)
      }}
      geometry={props.instances.geometry}
      material={props.material}
      frustumCulled={false}
      matrixAutoUpdate={false}
      renderOrder={props.order}
      dispose={null}
    />
  )
}
