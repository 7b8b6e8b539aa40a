import type { LocalizedText } from '../shared/locale'

const LONGEST_NAME = 80

/**
 * The address of a new product: its name in Latin letters with its booth's slug, 'madu-hutan-al-ittihad-24'.
 * `attempt` counts from 1: a later one is tried where another product already has that address.
 */
export function productSlug(name: LocalizedText, boothSlug: string, attempt: number): string {
  const words = latin(name.id ?? '') || latin(name.en ?? '') || 'produk'
  const cut = words.slice(0, LONGEST_NAME).replace(/-+$/, '')
  return [cut, boothSlug, ...(attempt > 1 ? [String(attempt)] : [])].join('-')
}

function latin(words: string): string {
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[’'`]|\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
