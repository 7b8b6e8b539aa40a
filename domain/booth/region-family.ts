import { MOTIFS, type Motif } from '../hall/motifs'

/**
 * Motifs of one land of West Java: what a booth may choose from beside its pavilion's own, so that a pavilion stays
 * one family. The coast of Cirebon and its hinterland, the Priangan highlands, the north-western lowlands.
 */
const FAMILIES: readonly { regencies: readonly string[]; motifs: readonly Motif[] }[] = [
  {
    regencies: ['3208', '3209', '3210', '3212', '3274'],
    motifs: ['megamendung', 'complongan', 'roof-tile'],
  },
  {
    regencies: [
      '3202',
      '3203',
      '3204',
      '3205',
      '3206',
      '3207',
      '3211',
      '3217',
      '3218',
      '3272',
      '3273',
      '3277',
      '3278',
      '3279',
    ],
    motifs: ['bamboo-angklung', 'gumading', 'payung-geulis', 'pandan-weave'],
  },
  { regencies: ['3201', '3213', '3214', '3215', '3216', '3271', '3275', '3276'], motifs: ['plered'] },
]

/** What a booth of a regency may hang: its pavilion's motif first, plain bamboo weave always. */
export function familyMotifs(regencyCode: string | null, ofPavilion: Motif): Motif[] {
  const family = FAMILIES.find(({ regencies }) => regencies.some((code) => code === regencyCode))
  const allowed = new Set<Motif>([...(family?.motifs ?? []), 'bamboo-weave'])
  allowed.delete(ofPavilion)
  return [ofPavilion, ...MOTIFS.filter((motif) => allowed.has(motif))]
}

/** Cloths and edges that pavilions begin with: each cloth bears cream lettering. */
export const CLOTHS = [
  '#35234d',
  '#22417a',
  '#0f4c52',
  '#2a4f2f',
  '#7a2a1f',
  '#6b2650',
  '#5b3418',
  '#33302e',
] as const
export const EDGES = ['#e3ae55', '#f3d9a0', '#efcf85', '#f3e2b8', '#f6ead2', '#c9d8f0', '#f0b48a'] as const
