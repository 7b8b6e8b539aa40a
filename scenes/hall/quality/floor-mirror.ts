import type { WebGLRenderer } from 'three'
import { Mesh, type PerspectiveCamera, Scene, type ShaderMaterial, Vector2, WebGLRenderTarget } from 'three'
import { midBooth } from '../geometry/booth-geometry'
import type { HallUniforms } from '../shading/uniforms'
import { type Instance, Instances } from '../world/instances'

/** Pixels of the mirror's longer side: a polished floor is softer than what stands on it. */
const LONGEST = 512
/** So many booths and so far: what is farther hardly shows in a floor seen at a slant. */
const BOOTHS = 24
const REACH = 19

interface Near extends Instance {
  distance: number
}

/**
 * What stands near, drawn upside down into a small picture of its own that the floor's material looks into:
 * booths in their middle detail (one draw), the gates, the arches and the lamps. Made when first wanted, freed when not.
 */
export class FloorMirror {
  private readonly booths = new Instances(midBooth(), BOOTHS)
  private readonly scene = new Scene()
  private readonly size = new Vector2()
  private target: WebGLRenderTarget | null = null

  constructor(
    private readonly renderer: WebGLRenderer,
    private readonly uniforms: HallUniforms,
    material: ShaderMaterial,
    street: readonly Instances[],
  ) {
    this.scene.matrixWorldAutoUpdate = false
    for (const layer of [this.booths, ...street]) {
      const mesh = new Mesh(layer.geometry, material)
      layer.shownBy(mesh)
      mesh.frustumCulled = mesh.matrixAutoUpdate = false
      // A matrix that turns things over also tells three which side of a face is its front.
      mesh.matrixWorld.makeScale(1, -1, 1)
      this.scene.add(mesh)
    }
  }

  /** Draws the mirror for this frame with the booths in view, nearest first. @returns bytes sent. */
  draw(camera: PerspectiveCamera, near: readonly Near[], mid: readonly Near[]): number {
    const { renderer, booths } = this
    booths.clear()
    this.add(near)
    this.add(mid)
    const sent = booths.flush()
    renderer.getDrawingBufferSize(this.size)
    const target = this.fit(this.size.x, this.size.y)
    this.uniforms.uMirrorView.value.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse)
    this.uniforms.uMirror.value = target.texture
    this.uniforms.uGloss.value = 1
    // Where nothing stands the mirror is clear, and the floor shows the sky there. The page's own picture has no
    // transparency: it needs no other colour to begin with.
    renderer.setClearAlpha(0)
    renderer.setRenderTarget(target)
    renderer.render(this.scene, camera)
    renderer.setRenderTarget(null)
    return sent
  }

  /** The floor is dull from now on; nothing stays on the graphics card but a few buffers. */
  rest(): void {
    this.uniforms.uGloss.value = 0
    this.uniforms.uMirror.value = null
    this.target?.dispose()
    this.target = null
  }

  dispose(): void {
    this.rest()
    this.booths.geometry.dispose()
  }

  private add(list: readonly Near[]): void {
    for (const one of list) {
      if (one.distance > REACH) return
      this.booths.add(one)
    }
  }

  private fit(width: number, height: number): WebGLRenderTarget {
    const scale = Math.min(0.5, LONGEST / Math.max(width, height))
    const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
    this.target ??= new WebGLRenderTarget(w, h, { generateMipmaps: false })
    if (this.target.width !== w || this.target.height !== h) this.target.setSize(w, h)
    return this.target
  }
}
