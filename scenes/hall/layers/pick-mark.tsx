import { BufferAttribute, GLSL3, InstancedBufferGeometry, ShaderMaterial, Vector3, Vector4 } from 'three'
import type { Thing } from '../geometry/booth-things'

/** A ring of light around the picked one of a booth's goods: eight triangles, drawn only while one is picked. */
export class PickMark {
  readonly geometry = new InstancedBufferGeometry()
  private readonly uniforms = {
    uPlace: { value: new Vector3() },
    uThing: { value: new Vector4() },
    uAhead: { value: 0 },
  }
  readonly material = new ShaderMaterial({
    glslVersion: GLSL3,
    uniforms: this.uniforms,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
  })

  private mesh: { visible: boolean } | null = null

  constructor() {
    // x and y choose a corner, z is 1 on the outer edge.
    const corners = [0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1]
    this.geometry.setAttribute('position', new BufferAttribute(new Float32Array(corners), 3))
    const sides = [0, 1, 2, 3].flatMap((a) => {
      const b = (a + 1) % 4
      return [4 + a, 4 + b, b, 4 + a, b, a]
    })
    this.geometry.setIndex(sides)
    this.geometry.instanceCount = 0
  }

  show(stand: { x: number; z: number; angle: number }, thing: Thing): void {
    this.uniforms.uPlace.value.set(stand.x, stand.z, stand.angle)
    this.uniforms.uThing.value.set(thing.left, thing.foot, thing.right, thing.top)
    this.uniforms.uAhead.value = thing.z + 0.03
    this.geometry.instanceCount = 1
    if (this.mesh) this.mesh.visible = true
  }

  hide(): void {
    this.geometry.instanceCount = 0
  }

  shownBy(mesh: { visible: boolean }): void {
    this.mesh = mesh
  }

  /** After a frame: an empty ring isn't drawn again. The first time it is, so that its program is ready when it's wanted. */
  rest(): void {
    if (this.mesh && this.geometry.instanceCount === 0) this.mesh.visible = false
  }

  dispose(): void {
    this.geometry.dispose()
    this.material.dispose()
  }
}

export function PickMarkLayer({ mark }: { mark: PickMark }) {
  return (
    <mesh
      ref={(mesh) => {
        if (mesh) mark.shownBy(mesh)
      }}
      geometry={mark.geometry}
      material={mark.material}
      frustumCulled={false}
      matrixAutoUpdate={false}
      renderOrder={4}
      dispose={null}
    />
  )
}

const VERTEX = /* glsl */ `
uniform vec3 uPlace; // x, z, angle of the booth
uniform vec4 uThing; // left, foot, right, top
uniform float uAhead;
out float vOuter;
void main() {
  vec2 outwards = position.xy * 2. - 1.;
  vec2 p = mix(uThing.xy, uThing.zw, position.xy) + outwards * (.012 + position.z * .045);
  float c = cos(uPlace.z), s = sin(uPlace.z);
  vec3 world = vec3(uPlace.x + c * p.x + s * uAhead, p.y, uPlace.y - s * p.x + c * uAhead);
  vOuter = position.z;
  gl_Position = projectionMatrix * viewMatrix * vec4(world, 1.);
}`

const FRAGMENT = /* glsl */ `
precision highp float;
in float vOuter;
out vec4 colour;
void main() { colour = vec4(mix(vec3(1., .98, .80), vec3(.96, .72, .26), vOuter), 1.); }`
