import { LIKELY, type NameKey, nameKey, similarKeys } from './similar-names'

export interface Named {
  id: string
  name: string
  nameArabic: string | null
  regencyCode: string | null
  districtCode: string | null
  /** Not the number: what stands for it. Equal keys, equal numbers. */
  phoneKeys: readonly string[]
}

/** Two that may be one; `one` has the smaller id. */
export interface SimilarPair {
  one: string
  other: string
  nameScore: number
  sameDistrict: boolean
  samePhone: boolean
}

/** More than an organiser looks at; the likeliest stay. */
export const MOST_PAIRS = 500
/** In one district less likeness is enough, and a number alone is. */
const LIKELY_IN_DISTRICT = 0.75
/** A word that more than this many of a regency bear tells nothing: its pairs are found by another word. */
const COMMON = 400

/**
 * Pairs among many that are likely to be one organisation, the likeliest first. Only those that share a number,
 * or in one regency a word or its first four letters, are compared: some 5,000 take a fraction of a second where
 * all with all would take minutes. What that loses: names whose every word is misspelt in its first letters.
 */
export function similarPairs(all: readonly Named[]): SimilarPair[] {
  const entries = all
    .map((named) => ({
      ...named,
      latin: nameKey(named.name),
      arabic: named.nameArabic ? nameKey(named.nameArabic) : null,
    }))
    .map((entry) => ({ ...entry, spelt: spelling(entry.latin) }))
  type Entry = (typeof entries)[number]
  const blocks = new Map<string, Entry[]>()
  const put = (key: string, entry: Entry) => {
    const block = blocks.get(key)
    if (block) block.push(entry)
    else blocks.set(key, [entry])
  }
  for (const entry of entries) {
    for (const phone of entry.phoneKeys) put(`phone ${phone}`, entry)
    const strong = entry.latin.words.filter(({ weight }) => weight === 1)
    const words = strong.length > 0 ? strong : entry.latin.words
    // The number is of the block: two with different ones are never compared.
    for (const { text } of words)
      put(`${entry.regencyCode} ${text.slice(0, 4)} ${entry.latin.numbers}`, entry)
  }

  const pairs = new Map<string, SimilarPair>()
  for (const [key, block] of blocks) {
    const samePhone = key.startsWith('phone ')
    if (block.length > COMMON && !samePhone) {
      // So common a word: only houses of one district are compared.
      for (const group of byDistrict(block)) compareAll(group, samePhone)
    } else compareAll(block, samePhone)
  }
  return [...pairs.values()]
    .sort(
      (a, b) =>
        Number(b.samePhone) - Number(a.samePhone) ||
        Number(b.sameDistrict) - Number(a.sameDistrict) ||
        b.nameScore - a.nameScore ||
        (a.one + a.other < b.one + b.other ? -1 : 1),
    )
    .slice(0, MOST_PAIRS)

  function compareAll(block: readonly Entry[], samePhone: boolean) {
    for (const [at, first] of block.entries()) {
      for (const second of block.slice(at + 1)) compare(first, second, samePhone)
    }
  }

  function compare(first: Entry, second: Entry, samePhone: boolean) {
    if (first.id === second.id) return
    const [one, other] = first.id < second.id ? [first, second] : [second, first]
    const key = `${one.id} ${other.id}`
    const known = pairs.get(key)
    if (known) {
      known.samePhone ||= samePhone
      return
    }
    const sameDistrict = one.districtCode !== null && one.districtCode === other.districtCode
    // Two houses of nearly one name in two districts are usually two: there only the same words count.
    const elsewhere = !sameDistrict && one.districtCode !== null && other.districtCode !== null
    if (elsewhere && !samePhone && one.spelt !== other.spelt) return
    const nameScore = Math.max(
      similarKeys(one.latin, other.latin),
      one.arabic && other.arabic && !elsewhere ? similarKeys(one.arabic, other.arabic) : 0,
    )
    const least = sameDistrict ? LIKELY_IN_DISTRICT : LIKELY
    if (samePhone || nameScore >= least) {
      pairs.set(key, { one: one.id, other: other.id, nameScore, sameDistrict, samePhone })
    }
  }
}

const spelling = ({ words, numbers }: NameKey) =>
  [...words.map(({ text }) => text), ...numbers].sort().join(' ')

function byDistrict<T extends Named>(block: readonly T[]): T[][] {
  const groups = new Map<string | null, T[]>()
  for (const entry of block) {
    const group = groups.get(entry.districtCode)
    if (group) group.push(entry)
    else groups.set(entry.districtCode, [entry])
  }
  return [...groups.values()]
}
