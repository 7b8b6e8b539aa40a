import type { OwnSign } from './own-sign'
import type { HallManifest, PavilionShard, ShardBooth } from './shard'

/** No hall has so many pavilions: one's own aisle stands alone, under this number. */
export const AISLE_NUMBER = 999

/** A booth of one's own aisle as the hall draws it; its slot is its place in the aisle, from 0. */
export type AisleBooth = Omit<ShardBooth, 'slot' | 'closed'> & {
  /** Absent: the sign says the name. */
  sign?: OwnSign
}

/** What the gate of one's own aisle says, in the signs' two scripts. */
const AISLE_NAME = { latin: 'Lorong saya', arabic: 'ممرّي' }

/**
 * A world of the hall's engine that is one aisle: two rows that look at each other, the first booths nearest to
 * the gate. Tells nothing that the hall doesn't show to everybody.
 */
export function aisleWorld(booths: readonly AisleBooth[]): { manifest: HallManifest; shard: PavilionShard } {
  const version = 'aisle'
  return {
    manifest: {
      edition: version,
      pavilions: [
        {
          number: AISLE_NUMBER,
          regencyCode: '',
          regencyName: AISLE_NAME.latin,
          regencyKind: 'kota',
          slotCount: Math.max(2, booths.length),
          boothCount: booths.length,
          motif: 'megamendung',
          roof: 'julang-ngapak',
          colour: '#4b3a7a',
          accent: '#b97a12',
          version,
          inward: true,
          nameArabic: AISLE_NAME.arabic,
        },
      ],
    },
    shard: {
      pavilion: AISLE_NUMBER,
      version,
      booths: booths.map(({ sign, ...booth }, slot) => ({
        ...booth,
        name: sign?.latin ?? booth.name,
        nameArabic: sign?.arabic ?? booth.nameArabic,
        slot,
        closed: false,
      })),
    },
  }
}
