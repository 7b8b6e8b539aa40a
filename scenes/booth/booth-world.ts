import type { HallManifest, PavilionShard } from '~/domain/hall/shard'
import { motifLayer } from '../hall/drawing/motifs'
import { buildWorld, type HallWorld, type Stand, settleShard } from '../hall/world/hall-world'
import type { BoothSpec } from './booth-api'

const PAVILION = 1
/** Booths to its sides would hide what one turns it for. */
const SLOT = 0

/** A hall of one pavilion in which one booth stands. */
export function buildBoothWorld({ look }: BoothSpec): { world: HallWorld; stand: Stand } {
  const manifest: HallManifest = {
    edition: 'preview',
    pavilions: [
      {
        number: PAVILION,
        regencyCode: '',
        regencyName: '',
        regencyKind: 'kabupaten',
        slotCount: 1,
        boothCount: 1,
        ...look,
        version: '',
      },
    ],
  }
  const world = buildWorld(manifest)
  const stand = world.stands.get(PAVILION)?.[SLOT]
  if (!stand) throw new Error('a pavilion without a place')
  return { world, stand }
}

/** Makes the booth what the spec says. @returns whether its sign or its pictures have to be painted anew. */
export function settleSpec(world: HallWorld, stand: Stand, spec: BoothSpec): boolean {
  const { look, latin, arabic, below, sample, field, award, hasGoods, sheetUrl } = spec
  const before = JSON.stringify([stand.words, stand.booth?.sheet])
  const shard: PavilionShard = {
    pavilion: PAVILION,
    version: '',
    booths: [
      {
        slot: SLOT,
        slug: 'preview',
        name: latin,
        nameArabic: arabic,
        field,
        product: below === null ? null : { id: below },
        // Only whether there are any is drawn.
        drawings: hasGoods ? ['goods'] : [],
        sheet: sheetUrl,
        award,
        sample,
        closed: false,
      },
    ],
  }
  settleShard(world, shard)
  stand.colour = Number.parseInt(look.colour.slice(1), 16)
  stand.accent = Number.parseInt(look.accent.slice(1), 16)
  stand.motif = motifLayer(look.motif)
  return before !== JSON.stringify([stand.words, stand.booth?.sheet])
}
