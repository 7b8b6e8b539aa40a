import { MOTIFS, type Motif } from '~/domain/hall/motifs'
import { type MotifPath, motifPaths } from '~/scenes/hall/drawing/motif-paths'

export type MotifTiles = Readonly<Record<Motif, MotifPath[]>>

let drawn: MotifTiles | undefined

/** Every motif as the hall draws it, for `MotifMasks`: some 35 kB, so only for pages that show them. */
export function motifTiles(): MotifTiles {
  drawn ??= Object.fromEntries(MOTIFS.map((motif) => [motif, motifPaths(motif)])) as Record<
    Motif,
    MotifPath[]
  >
  return drawn
}
