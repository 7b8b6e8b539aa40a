import {
  DynamicDrawUsage,
  type InstancedBufferGeometry,
  InstancedInterleavedBuffer,
  InterleavedBufferAttribute,
} from 'three'

const STRIDE = 12

/** The look of one instance: what the vertex shader of `shading/hall-material.ts` reads. */
export interface Instance {
  x: number
  z: number
  angle: number
  id: number
  colour: number
  accent: number
  motif: number
  roof: number
  near: number
  far: number
  picture: number
  state: number
}

/** The instances of one geometry, written anew in each frame: only what is in view. */
export class Instances {
  private readonly values: Float32Array
  private readonly buffer: InstancedInterleavedBuffer
  count = 0

  constructor(
    readonly geometry: InstancedBufferGeometry,
    readonly capacity: number,
  ) {
    this.values = new Float32Array(capacity * STRIDE)
    this.buffer = new InstancedInterleavedBuffer(this.values, STRIDE, 1)
    this.buffer.setUsage(DynamicDrawUsage)
    geometry.setAttribute('aPlace', new InterleavedBufferAttribute(this.buffer, 4, 0))
    geometry.setAttribute('aLook', new InterleavedBufferAttribute(this.buffer, 4, 4))
    geometry.setAttribute('aLayers', new InterleavedBufferAttribute(this.buffer, 4, 8))
    geometry.instanceCount = 0
  }

  clear(): void {
    this.count = 0
  }

  /** Beyond the capacity the rest (the farthest, if added in order) is left out. */
  add(one: Instance): void {
    if (this.count >= this.capacity) return
    const at = this.count++ * STRIDE
    const v = this.values
    v[at] = one.x
    v[at + 1] = one.z
    v[at + 2] = one.angle
    v[at + 3] = one.id
    v[at + 4] = one.colour
    v[at + 5] = one.accent
    v[at + 6] = one.motif
    v[at + 7] = one.roof
    v[at + 8] = one.near
    v[at + 9] = one.far
    v[at + 10] = one.picture
    v[at + 11] = one.state
  }

  /** @returns the bytes that the next frame uploads. */
  flush(): number {
    this.geometry.instanceCount = this.count
    if (this.count === 0) return 0
    this.buffer.clearUpdateRanges()
    this.buffer.addUpdateRange(0, this.count * STRIDE)
    this.buffer.needsUpdate = true
    return this.count * STRIDE * 4
  }
}
