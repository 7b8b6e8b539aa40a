import { ExternalTexture, type IUniform, Matrix4, type Texture, Vector3 } from 'three'
import type { GpuTexture } from './gpu-texture'

/** Shared by all materials of the hall; changing a value changes it everywhere. */
export interface HallUniforms {
  [name: string]: IUniform
  uSignNear: IUniform<ExternalTexture>
  uSignFar: IUniform<ExternalTexture>
  uPictures: IUniform<ExternalTexture>
  uMotifs: IUniform<ExternalTexture>
  uSky: IUniform<ExternalTexture>
  uFogColour: IUniform<Vector3>
  uFogDistance: IUniform<number>
  /** The id of the lit booth, −1 for none. */
  uHot: IUniform<number>
  /** What stands near, upside down, as seen now; null while the floor is dull. */
  uMirror: IUniform<Texture | null>
  /** From the hall into the mirror's picture, as it was seen when that was drawn. */
  uMirrorView: IUniform<Matrix4>
  /** 0 while the floor is dull, else 1. */
  uGloss: IUniform<number>
}

/** The horizon of the evening sky (see `drawing/sky.ts`): far things dissolve into it. */
export const HORIZON = [0.957, 0.784, 0.604] as const
export const FOG_DISTANCE = 78

type Textures = Record<'signNear' | 'signFar' | 'pictures' | 'motifs' | 'sky', GpuTexture>

export function hallUniforms(textures: Textures): HallUniforms {
  const wrap = ({ texture }: GpuTexture): IUniform<ExternalTexture> => ({
    value: new ExternalTexture(texture),
  })
  return {
    uSignNear: wrap(textures.signNear),
    uSignFar: wrap(textures.signFar),
    uPictures: wrap(textures.pictures),
    uMotifs: wrap(textures.motifs),
    uSky: wrap(textures.sky),
    uFogColour: { value: new Vector3(...HORIZON) },
    uFogDistance: { value: FOG_DISTANCE },
    uHot: { value: -1 },
    uMirror: { value: null },
    uMirrorView: { value: new Matrix4() },
    uGloss: { value: 0 },
  }
}

/** Other textures under the same names. */
export function setTextures(uniforms: HallUniforms, textures: Textures): void {
  uniforms.uSignNear.value.sourceTexture = textures.signNear.texture
  uniforms.uSignFar.value.sourceTexture = textures.signFar.texture
  uniforms.uPictures.value.sourceTexture = textures.pictures.texture
  uniforms.uMotifs.value.sourceTexture = textures.motifs.texture
  uniforms.uSky.value.sourceTexture = textures.sky.texture
}
