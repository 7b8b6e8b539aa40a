import { aisleRects, type HallLayout } from '~/domain/hall/layout'
import type { ManifestPavilion } from '~/domain/hall/shard'
import { motifLayer } from '../drawing/motifs'
import { GROUND } from '../shading/ground-materials'

/** The rectangles of the floor, each lying on the ones before: 4 numbers of place, 4 of tint. */
export function groundRects(
  layout: HallLayout,
  pavilions: Map<number, ManifestPavilion>,
): { rects: Float32Array; tints: Float32Array; count: number } {
  const rects: number[] = []
  const tints: number[] = []
  const lay = (
    rect: { x: number; z: number; width: number; depth: number },
    colour: string,
    kind: number,
    motif: number,
  ) => {
    const rgb = Number.parseInt(colour.slice(1), 16)
    rects.push(rect.x, rect.z, rect.width, rect.depth)
    tints.push(((rgb >> 16) & 255) / 255, ((rgb >> 8) & 255) / 255, (rgb & 255) / 255, kind + motif / 16)
  }
  const { bounds, boulevard } = layout
  lay(
    { x: bounds.x - 300, z: bounds.z - 300, width: bounds.width + 600, depth: bounds.depth + 600 },
    '#ffffff',
    GROUND.plaza,
    0,
  )
  for (const place of layout.pavilions) {
    const pavilion = pavilions.get(place.number)
    const [colour, motif] = [pavilion?.colour ?? '#35234d', motifLayer(pavilion?.motif ?? '')]
    lay(place, colour, GROUND.pavilion, motif)
    for (const aisle of aisleRects(place)) lay(aisle, colour, GROUND.aisle, motif)
  }
  lay(boulevard, '#4a3272', GROUND.boulevard, motifLayer('megamendung'))
  return { rects: new Float32Array(rects), tints: new Float32Array(tints), count: rects.length / 4 }
}
