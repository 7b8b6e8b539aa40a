import { BufferAttribute, InstancedBufferAttribute, InstancedBufferGeometry, SphereGeometry } from 'three'
import type { InView } from './cull'
import { farBooth, midBooth, nearBooth } from './geometry/booth-geometry'
import {
  archGeometry,
  garlandGeometry,
  gateGeometry,
  lampGeometry,
  planterGeometry,
} from './geometry/street-geometry'
import { groundRects } from './world/ground'
import type { HallWorld } from './world/hall-world'
import { type Instance, Instances } from './world/instances'

/** What is drawn, one draw each: geometry and instances, without a graphics card. */
export interface StageLayers {
  booths: Record<'near' | 'mid' | 'far', Instances>
  street: Record<'gates' | 'arch' | 'lamps' | 'garlands' | 'planters', Instances>
  floor: InstancedBufferGeometry
  sky: SphereGeometry
}

export function buildLayers(world: HallWorld): StageLayers {
  return {
    booths: {
      near: new Instances(nearBooth(), 48),
      mid: new Instances(midBooth(), 192),
      far: new Instances(farBooth(), 1024),
    },
    street: {
      gates: new Instances(gateGeometry(), world.gates.length + 1),
      arch: new Instances(archGeometry(), 2),
      lamps: new Instances(lampGeometry(), 64),
      garlands: new Instances(garlandGeometry(), 32),
      planters: new Instances(planterGeometry(), 56),
    },
    floor: floorGeometry(world),
    sky: skyGeometry(),
  }
}

/** Writes what a frame shows. @returns the bytes that go to the graphics card for it. */
export function writeLayers({ booths, street }: StageLayers, view: InView): number {
  return (
    fill(booths.near, view.near) +
    fill(booths.mid, view.mid) +
    fill(booths.far, view.far) +
    fill(street.gates, view.gates) +
    fill(street.arch, view.arch) +
    fill(street.lamps, view.lamps) +
    fill(street.garlands, view.garlands) +
    fill(street.planters, view.planters)
  )
}

export function freeLayers({ booths, street, floor, sky }: StageLayers): void {
  for (const layer of [...Object.values(booths), ...Object.values(street)]) layer.geometry.dispose()
  floor.dispose()
  sky.dispose()
}

function fill(layer: Instances, list: readonly Instance[]): number {
  layer.clear()
  for (const one of list) layer.add(one)
  return layer.flush()
}

/** A dome seen from within, which ends a little below the horizon; the floor covers the rest. */
function skyGeometry(): SphereGeometry {
  const dome = new SphereGeometry(10, 24, 8, 0, Math.PI * 2, 0, Math.PI * 0.53)
  dome.scale(-1, 1, 1)
  return dome
}

function floorGeometry(world: HallWorld): InstancedBufferGeometry {
  const { rects, tints, count } = groundRects(world.layout, world.pavilions)
  const geometry = new InstancedBufferGeometry()
  geometry.setAttribute(
    'position',
    new BufferAttribute(new Float32Array([0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1]), 3),
  )
  geometry.setIndex([0, 2, 1, 0, 3, 2])
  geometry.setAttribute('aRect', new InstancedBufferAttribute(rects, 4))
  geometry.setAttribute('aTint', new InstancedBufferAttribute(tints, 4))
  geometry.instanceCount = count
  return geometry
}
