import type { Settings } from 'meilisearch'
import { priceBucket } from '~/domain/product/search-options'
import { searchedWords } from '../documents/searched-words'
import type { SearchDocument } from '../search-index'
import { MOST_HITS, TYPO_LENGTHS } from '../settings'
import { synonymPhrases } from '../synonyms'

/** What Meilisearch stores: our own words to search in, values to filter by, and the document as it was. */
export interface StoredDocument {
  id: string
  kind: SearchDocument['kind']
  boothSlug: string
  field: string | null
  regencyCode: string | null
  certifications: string[]
  priceMinor: number | null
  priceBucket: number | null
  freeCapacity: number | null
  hasExported: boolean
  readiness: string | null
  updatedAt: number
  nameWords: string[]
  boothWords: string[]
  placeWords: string[]
  descriptionWords: string[]
  document: SearchDocument
}

/** The words go through our tokeniser first, so that both engines mean the same by a word. */
export function storedDocument(document: SearchDocument): StoredDocument {
  const words = searchedWords(document)
  const texts = (pieces: string[][]) => pieces.map((piece) => piece.join(' '))
  return {
    id: document.id,
    kind: document.kind,
    boothSlug: document.boothSlug,
    field: document.field,
    regencyCode: document.regencyCode,
    certifications: document.certifications,
    priceMinor: document.priceMinor,
    priceBucket: priceBucket(document.priceMinor),
    freeCapacity: document.freeCapacity,
    hasExported: document.hasExported,
    readiness: document.readiness,
    updatedAt: document.updatedAt,
    nameWords: texts(words.name),
    boothWords: texts(words.booth),
    placeWords: texts(words.place),
    descriptionWords: texts(words.description),
    document,
  }
}

/** The attribute of each facet. */
export const FACET_ATTRIBUTES = {
  field: 'field',
  regency: 'regencyCode',
  certification: 'certifications',
  price: 'priceBucket',
  exporting: 'hasExported',
  readiness: 'readiness',
} as const

const MOST_FACET_VALUES = 100

export const MEILISEARCH_SETTINGS: Settings = {
  searchableAttributes: ['nameWords', 'boothWords', 'placeWords', 'descriptionWords'],
  filterableAttributes: ['kind', 'boothSlug', 'priceMinor', ...Object.values(FACET_ATTRIBUTES)],
  sortableAttributes: ['id', 'priceMinor', 'freeCapacity', 'updatedAt'],
  // A chosen order rules; else without typos before with, and in the name before elsewhere.
  rankingRules: ['sort', 'words', 'typo', 'attribute', 'proximity', 'exactness', 'updatedAt:desc'],
  typoTolerance: {
    minWordSizeForTypos: { oneTypo: TYPO_LENGTHS.one, twoTypos: TYPO_LENGTHS.two },
    disableOnNumbers: true,
  },
  synonyms: Object.fromEntries(Array.from(synonymPhrases(), ([phrase, others]) => [phrase, [...others]])),
  pagination: { maxTotalHits: MOST_HITS },
  faceting: { maxValuesPerFacet: MOST_FACET_VALUES },
}
