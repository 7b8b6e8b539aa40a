/**
 * Ornament families of the hall; each is drawn as line only, see the scene. Only what is well attested as a
 * region's own; everywhere else plain bamboo weave, until craftspeople of the region say better. None is sacred
 * and none is copied from a maker's design. These are first suggestions: the organiser changes a pavilion's at
 * `/organiser/pavilions`.
 *
 * - `megamendung`: rain clouds in graded contours, the best known batik of Cirebon (city and regency).
 * - `complongan`: dots pricked into the wax with needles, the mark of Indramayu's coastal batik.
 * - `gumading`: the ivory yellow, often the ground, that garutan, the batik of Garut, is known for: a colour and
 *   no figure. The leafy sprays are drawn for this hall, in that colour.
 * - `payung-geulis`: the painted paper parasol of Tasikmalaya city, seen from above.
 * - `pandan-weave`: plaited pandanus, the mats and bags of Rajapolah in Tasikmalaya regency.
 * - `roof-tile`: the tiles of Jatiwangi in Majalengka.
 * - `plered`: the earthenware of Plered in Purwakarta.
 * - `bamboo-angklung`: the bamboo rattle of the Sundanese, at home in and around Bandung.
 * - `bamboo-weave`: bilik, woven bamboo walls, found in the whole province.
 */
export const MOTIFS = [
  'megamendung',
  'complongan',
  'gumading',
  'payung-geulis',
  'pandan-weave',
  'roof-tile',
  'plered',
  'bamboo-angklung',
  'bamboo-weave',
] as const
export type Motif = (typeof MOTIFS)[number]

/**
 * `julang-ngapak`: the Sundanese roof "like a hornbill spreading its wings", of the Priangan highlands.
 * `awning`: the sloping cloth of coastal markets. `gable`: the plain saddle roof of the lowlands.
 */
export const ROOFS = ['julang-ngapak', 'awning', 'gable'] as const
export type Roof = (typeof ROOFS)[number]

export interface PavilionStyle {
  motif: Motif
  roof: Roof
  /** Cloth and sign, #rrggbb; see pavilion-look.ts for how dark it has to be. The suggestions reach 7. */
  colour: string
  /** Roofs, rules and wares beside that colour; stands out from it, see pavilion-look.ts. */
  accent: string
}

const INDIGO = '#35234d'
const BLUE = '#22417a'
const TEAL = '#0f4c52'
const BRICK = '#7a2a1f'
const LEAF = '#2a4f2f'
const PLUM = '#6b2650'
const WOOD = '#5b3418'
const COAL = '#33302e'

const style = (motif: Motif, roof: Roof, colour: string, accent: string): PavilionStyle => ({
  motif,
  roof,
  colour,
  accent,
})

// A family only where it is well attested; elsewhere plain bamboo weave until local craftspeople choose.
// The julang ngapak roof is the Priangan highlands'; the coast shades itself with awnings.
const STYLES: Record<string, PavilionStyle> = {
  '3201': style('bamboo-weave', 'gable', LEAF, '#e3ae55'),
  '3202': style('bamboo-weave', 'gable', TEAL, '#e3ae55'),
  '3203': style('bamboo-weave', 'julang-ngapak', LEAF, '#f3d9a0'),
  '3204': style('bamboo-angklung', 'julang-ngapak', INDIGO, '#e3ae55'),
  '3205': style('gumading', 'julang-ngapak', WOOD, '#f3e2b8'),
  '3206': style('pandan-weave', 'julang-ngapak', PLUM, '#efcf85'),
  '3207': style('bamboo-weave', 'julang-ngapak', COAL, '#e3ae55'),
  '3208': style('bamboo-weave', 'gable', BLUE, '#efcf85'),
  '3209': style('megamendung', 'awning', BLUE, '#c9d8f0'),
  '3210': style('roof-tile', 'gable', BRICK, '#f0b48a'),
  '3211': style('bamboo-weave', 'julang-ngapak', INDIGO, '#f3d9a0'),
  '3212': style('complongan', 'awning', TEAL, '#f6ead2'),
  '3213': style('bamboo-weave', 'gable', LEAF, '#efcf85'),
  '3214': style('plered', 'gable', BRICK, '#efcf85'),
  '3215': style('bamboo-weave', 'awning', BLUE, '#e3ae55'),
  '3216': style('bamboo-weave', 'awning', COAL, '#efcf85'),
  '3217': style('bamboo-weave', 'julang-ngapak', TEAL, '#f3d9a0'),
  '3218': style('bamboo-weave', 'awning', BLUE, '#f3d9a0'),
  '3271': style('bamboo-weave', 'gable', PLUM, '#e3ae55'),
  '3272': style('bamboo-weave', 'gable', WOOD, '#e3ae55'),
  '3273': style('bamboo-angklung', 'julang-ngapak', PLUM, '#f3d9a0'),
  '3274': style('megamendung', 'awning', INDIGO, '#c9d8f0'),
  '3275': style('bamboo-weave', 'awning', BRICK, '#f3d9a0'),
  '3276': style('bamboo-weave', 'gable', INDIGO, '#efcf85'),
  '3277': style('bamboo-weave', 'julang-ngapak', COAL, '#f3d9a0'),
  '3278': style('payung-geulis', 'julang-ngapak', BRICK, '#e3ae55'),
  '3279': style('bamboo-weave', 'julang-ngapak', LEAF, '#e3ae55'),
}

const PLAIN = style('bamboo-weave', 'gable', INDIGO, '#e3ae55')

/** How a regency's pavilion looks; plain bamboo weave where nothing is settled. */
export function pavilionStyle(regencyCode: string): PavilionStyle {
  return STYLES[regencyCode] ?? PLAIN
}
