import { renderAsync } from '@resvg/resvg-js'
import { palettePng } from './palette-png.server'

/** An SVG without text as a PNG of at most so many colours; most of the work is off the main thread. */
export async function renderSheet(svg: string, colours: number): Promise<Buffer> {
  const image = await renderAsync(svg, { font: { loadSystemFonts: false } })
  return palettePng(image.pixels, image.width, image.height, colours)
}
