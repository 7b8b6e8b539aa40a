import type { WebGLRenderer } from 'three'

/**
 * Textures that are filled piece by piece while the visitor walks. They are made and fed with WebGL
 * directly: three would upload a whole array and rebuild all its mipmaps for each new sign.
 */
export interface GpuTexture {
  texture: WebGLTexture
  target: 'array' | 'flat'
  format: 'grey' | 'colour'
}

export interface TextureSize {
  width: number
  height: number
  /** 0 for a plain texture. */
  layers: number
  levels: number
}

/** A part of one mipmap level that waits for its upload. */
export interface TexturePiece {
  level: number
  x: number
  y: number
  layer: number
  width: number
  height: number
  pixels: Uint8Array
}

export function createTexture(
  renderer: WebGLRenderer,
  format: GpuTexture['format'],
  size: TextureSize,
  look: { repeat: boolean; anisotropy: number },
): GpuTexture {
  const gl = context(renderer)
  const texture = gl.createTexture()
  if (!texture) throw new Error('no texture could be created')
  const target = size.layers > 0 ? gl.TEXTURE_2D_ARRAY : gl.TEXTURE_2D
  renderer.state.bindTexture(target, texture)
  const internal = format === 'grey' ? gl.R8 : gl.RGBA8
  if (size.layers > 0) gl.texStorage3D(target, size.levels, internal, size.width, size.height, size.layers)
  else gl.texStorage2D(target, size.levels, internal, size.width, size.height)
  const wrap = look.repeat ? gl.REPEAT : gl.CLAMP_TO_EDGE
  gl.texParameteri(target, gl.TEXTURE_WRAP_S, wrap)
  gl.texParameteri(target, gl.TEXTURE_WRAP_T, wrap)
  gl.texParameteri(target, gl.TEXTURE_MAG_FILTER, gl.LINEAR)
  gl.texParameteri(target, gl.TEXTURE_MIN_FILTER, size.levels > 1 ? gl.LINEAR_MIPMAP_LINEAR : gl.LINEAR)
  const extension = gl.getExtension('EXT_texture_filter_anisotropic')
  if (extension && look.anisotropy > 1) {
    const most = gl.getParameter(extension.MAX_TEXTURE_MAX_ANISOTROPY_EXT) as number
    gl.texParameterf(target, extension.TEXTURE_MAX_ANISOTROPY_EXT, Math.min(most, look.anisotropy))
  }
  return { texture, target: size.layers > 0 ? 'array' : 'flat', format }
}

export function uploadPiece(renderer: WebGLRenderer, to: GpuTexture, piece: TexturePiece): void {
  const gl = context(renderer)
  const target = to.target === 'array' ? gl.TEXTURE_2D_ARRAY : gl.TEXTURE_2D
  const format = to.format === 'grey' ? gl.RED : gl.RGBA
  const { level, x, y, layer, width, height, pixels } = piece
  renderer.state.bindTexture(target, to.texture)
  // By three's own memory of them: they hardly ever change.
  renderer.state.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false)
  renderer.state.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false)
  renderer.state.pixelStorei(gl.UNPACK_ALIGNMENT, 1)
  if (to.target === 'array')
    gl.texSubImage3D(target, level, x, y, layer, width, height, 1, format, gl.UNSIGNED_BYTE, pixels)
  else gl.texSubImage2D(target, level, x, y, width, height, format, gl.UNSIGNED_BYTE, pixels)
}

/** Only for small textures that are filled once, at the start. */
export function buildMipmaps(renderer: WebGLRenderer, to: GpuTexture): void {
  const gl = context(renderer)
  const target = to.target === 'array' ? gl.TEXTURE_2D_ARRAY : gl.TEXTURE_2D
  renderer.state.bindTexture(target, to.texture)
  gl.generateMipmap(target)
}

export function freeTexture(renderer: WebGLRenderer, gone: GpuTexture): void {
  context(renderer).deleteTexture(gone.texture)
}

function context(renderer: WebGLRenderer): WebGL2RenderingContext {
  return renderer.getContext() as WebGL2RenderingContext
}
