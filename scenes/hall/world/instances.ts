import {
  DynamicDrawUsage,
  type InstancedBufferGeometry,
  InstancedInterleavedBuffer,
  InterleavedBufferAttribute,
} from 'three'

const STRIDE = 12

/**
 * The look of one instance: what the vertex shader of `shading/hall-material.ts` reads. Where it stands and its
 * `id` never change.
 */
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
  /** What was written at each place. */
  private readonly written: Instance[] = []
  private readonly buffer: InstancedInterleavedBuffer
  /** Whether anything that was written differs from what the graphics card has. */
  private changed = false
  count = 0
  /** What draws them: three asks as much of one without instances as of any other. */
  private readonly meshes: { visible: boolean }[] = []

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

  /** Another mesh draws them; it is skipped while there are none. */
  shownBy(mesh: { visible: boolean }): void {
    this.meshes.push(mesh)
    mesh.visible = this.count > 0
  }

  clear(): void {
    this.count = 0
  }

  /** Beyond the capacity the rest (the farthest, if added in order) is left out. */
  add(one: Instance): void {
    if (this.count >= this.capacity) return
    const place = this.count++
    const at = place * STRIDE
    const { values, written } = this
    if (
      written[place] === one &&
      values[at + 8] === one.near &&
      values[at + 9] === one.far &&
      values[at + 10] === one.picture &&
      values[at + 11] === one.state &&
      values[at + 4] === one.colour &&
      values[at + 5] === one.accent &&
      values[at + 6] === one.motif &&
      values[at + 7] === one.roof
    )
      return
    written[place] = one
    this.changed = true
    values[at] = one.x
    values[at + 1] = one.z
    values[at + 2] = one.angle
    values[at + 3] = one.id
    values[at + 4] = one.colour
    values[at + 5] = one.accent
    values[at + 6] = one.motif
    values[at + 7] = one.roof
    values[at + 8] = one.near
    values[at + 9] = one.far
    values[at + 10] = one.picture
    values[at + 11] = one.state
  }

  /** Lamps and gates are the same for many frames: what hasn't changed isn't sent again. @returns the bytes that are. */
  flush(): number {
    this.geometry.instanceCount = this.count
    for (const mesh of this.meshes) mesh.visible = this.count > 0
    if (!this.changed || this.count === 0) return 0
    this.changed = false
    this.buffer.clearUpdateRanges()
    this.buffer.addUpdateRange(0, this.count * STRIDE)
    this.buffer.needsUpdate = true
    return this.count * STRIDE * 4
  }
}
