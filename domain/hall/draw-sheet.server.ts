import { renderSheet } from '~/integrations/picture-sheet/render.server'
import { type PictureSource, sheetSvg } from './sheet-svg'

/** Drawings keep their look with few colours; a photograph needs all that there are. */
const COLOURS_OF_DRAWINGS = 64
const COLOURS_OF_PHOTOGRAPHS = 256

/**
 * A booth's picture sheet as PNG (some 5 kB of drawings): up to three pictures, the first one large. It takes
 * some 10 ms of a processor: keep the result by what went into it.
 */
export function drawSheet(sources: readonly PictureSource[]): Promise<Buffer> {
  const photographed = sources.some((source) => source.kind === 'photograph')
  return renderSheet(sheetSvg(sources), photographed ? COLOURS_OF_PHOTOGRAPHS : COLOURS_OF_DRAWINGS)
}
