import { drawGoods } from '../product/drawing'
import { parseDrawingSpec } from '../product/drawing-spec'
import { SHEET, SHEET_NICHES } from './picture-sheet'

/** What a sheet is made of: a drawing by its spec, or a photograph as a file. */
export type PictureSource =
  | { kind: 'drawing'; spec: string }
  | { kind: 'photograph'; type: 'image/jpeg' | 'image/png' | 'image/webp'; bytes: Uint8Array }

/**
 * The sheet as an SVG document. A spec that cannot be read leaves its niche empty; a photograph fills its
 * niche, cut at the longer sides.
 */
export function sheetSvg(sources: readonly PictureSource[]): string {
  const pictures = SHEET_NICHES.map(({ x, y, side }, i) => {
    const source = sources[i]
    if (!source) return ''
    if (source.kind === 'photograph') {
      const data = `data:${source.type};base64,${Buffer.from(source.bytes).toString('base64')}`
      return `<svg x="${x}" y="${y}" width="${side}" height="${side}"><image width="${side}" height="${side}" preserveAspectRatio="xMidYMid slice" href="${data}"/></svg>`
    }
    const spec = parseDrawingSpec(source.spec)
    // Two pictures of one spec would share their ids; what they mean is the same.
    return spec
      ? `<svg x="${x}" y="${y}" width="${side}" height="${side}" viewBox="0 0 240 240">${drawGoods(spec, true)}</svg>`
      : ''
  })
  const { width, height } = SHEET
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${pictures.join('')}</svg>`
}
