import type { ShaderMaterial, WebGLRenderer } from 'three'
import { MOTIF_SIZE, MOTIFS, motifTile } from './drawing/motifs'
import { SHEET_SIZE } from './drawing/sizes'
import { drawSky, SKY_HEIGHT, SKY_WIDTH } from './drawing/sky'
import { buildMipmaps, createTexture, freeTexture, type GpuTexture, uploadPiece } from './shading/gpu-texture'
import { floorMaterial, skyMaterial } from './shading/ground-materials'
import { hallMaterial } from './shading/hall-material'
import { type HallUniforms, hallUniforms, setTextures } from './shading/uniforms'
import { buildLayers, freeLayers, type StageLayers } from './stage-layers'
import { PICTURE_LAYERS } from './streaming/picture-stream'
import { FAR_SIGN, NEAR_SIGN } from './streaming/sign-stream'
import type { HallWorld } from './world/hall-world'

/** Everything on the graphics card: made once, shown by the layers, freed together. */
export interface Stage extends StageLayers {
  textures: Record<'signNear' | 'signFar' | 'pictures' | 'motifs' | 'sky', GpuTexture>
  uniforms: HallUniforms
  materials: Record<'hall' | 'floor' | 'sky', ShaderMaterial>
}

export function buildStage(renderer: WebGLRenderer, world: HallWorld): Stage {
  const textures = buildTextures(renderer)
  const uniforms = hallUniforms(textures)
  return {
    textures,
    uniforms,
    materials: { hall: hallMaterial(uniforms), floor: floorMaterial(uniforms), sky: skyMaterial(uniforms) },
    ...buildLayers(world),
  }
}

/** Makes the textures anew, empty but for motifs and sky: the graphics card has forgotten the old ones. */
export function rebuildTextures(renderer: WebGLRenderer, stage: Stage): void {
  stage.textures = buildTextures(renderer)
  setTextures(stage.uniforms, stage.textures)
}

export function freeStage(renderer: WebGLRenderer, stage: Stage): void {
  for (const texture of Object.values(stage.textures)) freeTexture(renderer, texture)
  for (const material of Object.values(stage.materials)) material.dispose()
  freeLayers(stage)
}

function buildTextures(renderer: WebGLRenderer): Stage['textures'] {
  const clamp = { repeat: false, anisotropy: 4 }
  // Signs are mostly seen at a slant.
  const signNear = createTexture(renderer, 'grey', NEAR_SIGN, { repeat: false, anisotropy: 8 })
  const far = {
    width: FAR_SIGN.width * FAR_SIGN.columns,
    height: FAR_SIGN.height * FAR_SIGN.rows,
    layers: 0,
    levels: FAR_SIGN.levels,
  }
  const signFar = createTexture(renderer, 'grey', far, { repeat: false, anisotropy: 2 })
  const sheets = { ...SHEET_SIZE, layers: PICTURE_LAYERS }
  const pictures = createTexture(renderer, 'colour', sheets, clamp)
  const tiles = {
    width: MOTIF_SIZE,
    height: MOTIF_SIZE,
    layers: MOTIFS.length,
    levels: Math.log2(MOTIF_SIZE) + 1,
  }
  const motifs = createTexture(renderer, 'grey', tiles, { repeat: true, anisotropy: 4 })
  const whole = { level: 0, x: 0, y: 0, width: MOTIF_SIZE, height: MOTIF_SIZE }
  for (const [layer, motif] of MOTIFS.entries())
    uploadPiece(renderer, motifs, { ...whole, layer, pixels: motifTile(motif) })
  buildMipmaps(renderer, motifs)
  const air = { width: SKY_WIDTH, height: SKY_HEIGHT, layers: 0, levels: 1 }
  const sky = createTexture(renderer, 'colour', air, { repeat: true, anisotropy: 1 })
  uploadPiece(renderer, sky, {
    level: 0,
    x: 0,
    y: 0,
    layer: 0,
    width: SKY_WIDTH,
    height: SKY_HEIGHT,
    pixels: drawSky(),
  })
  return { signNear, signFar, pictures, motifs, sky }
}
