import { useFrame } from '@react-three/fiber'
import type { PerspectiveCamera } from 'three'
import type { HallScene } from '../hall-scene'
import { BoothLayer } from './booth-layer'
import { GroundLayer } from './ground-layer'
import { PickMarkLayer } from './pick-mark'
import { StreetLayer } from './street-layer'

/** The whole hall: a handful of layers that never render again; frames happen outside React. */
export function HallView({ hall }: { hall: HallScene }) {
  // A priority of 1 takes the drawing over from fiber, so that what is in view is decided just before it.
  useFrame(({ camera, scene, invalidate }, delta) => {
    if (hall.frame(delta, camera as PerspectiveCamera, scene)) invalidate()
  }, 1)
  return (
    <>
      <BoothLayer stage={hall.stage} />
      <StreetLayer stage={hall.stage} />
      <PickMarkLayer mark={hall.mark} />
      <GroundLayer stage={hall.stage} />
    </>
  )
}
