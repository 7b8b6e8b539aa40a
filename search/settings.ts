/** What both engines agree on: what is searched, how typos count, what can be filtered and sorted. */

/** The texts that words are looked for in, best first: PostgreSQL's weights A to D, Meilisearch's order. */
export const SEARCHED_TEXTS = ['name', 'booth', 'place', 'description'] as const
export type SearchedText = (typeof SEARCHED_TEXTS)[number]

/** From how many letters a word may have one or two typos. Swapped neighbours are one typo. */
export const TYPO_LENGTHS = { one: 4, two: 9 } as const

/**
 * From how many letters PostgreSQL forgives a typo in the beginning of a longer word: 'sabun' is not
 * the beginning of 'sarung'. Meilisearch forgives there as in whole words.
 */
export const TYPED_TYPO_LENGTH = 6

/** More words than this are not looked at. */
export const MOST_QUERY_WORDS = 10

/** Hits beyond this cannot be paged to; well above the booths and products of a full hall. */
export const MOST_HITS = 50_000

export const FACETS = ['field', 'regency', 'certification', 'price', 'exporting', 'readiness'] as const
export type Facet = (typeof FACETS)[number]

/** Words that say nothing about goods; left out of a query unless it has no others. */
export const STOP_WORDS: ReadonlySet<string> = new Set([
  ...[
    'dan',
    'atau',
    'dari',
    'untuk',
    'dengan',
    'yang',
    'di',
    'ke',
    'pada',
    'para',
    'saya',
    'cari',
    'mencari',
  ],
  ...['a', 'an', 'the', 'of', 'for', 'from', 'with', 'and', 'or', 'in', 'to', 'by', 'on'],
  ...['من', 'في', 'على', 'علي', 'الي', 'مع', 'او', 'عن'],
])

/** How many typos a word of a query may have; numbers none. */
export function allowedTypos(word: string): 0 | 1 | 2 {
  if (/\p{N}/u.test(word)) return 0
  const letters = Array.from(word).length
  if (letters >= TYPO_LENGTHS.two) return 2
  return letters >= TYPO_LENGTHS.one ? 1 : 0
}
