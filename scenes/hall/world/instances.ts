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
  /** Whether anything that was written differs from what the graphics card has. */
  private changed = false
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
    this.write(at, one.x)
    this.write(at + 1, one.z)
    this.write(at + 2, one.angle)
    this.write(at + 3, one.id)
    this.write(at + 4, one.colour)
    this.write(at + 5, one.accent)
    this.write(at + 6, one.motif)
    this.write(at + 7, one.roof)
    this.write(at + 8, one.near)
    this.write(at + 9, one.far)
    this.write(at + 10, one.picture)
    this.write(at + 11, one.state)
  }

  /** Lamps and gates are the same for many frames: what hasn't changed isn't sent again. @returns the bytes that are. */
  flush(): number {
    this.geometry.instanceCount = this.count
    if (!this.changed || this.count === 0) return 0
    this.changed = false
    this.buffer.clearUpdateRanges()
    this.buffer.addUpdateRange(0, this.count * STRIDE)
    this.buffer.needsUpdate = true
    return this.count * STRIDE * 4
  }

  private write(at: number, value: number): void {
    const { values } = this
    const before = values[at]
    values[at] = value
    // As the array keeps it: a number of less precision than the one that was given.
    if (values[at] !== before) this.changed = true
  }
}
