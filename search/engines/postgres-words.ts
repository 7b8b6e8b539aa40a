import { searchedWords } from '../documents/searched-words'
import type { QueryTerm, QueryWord } from '../query-terms'
import type { SearchDocument } from '../search-index'
import { SEARCHED_TEXTS } from '../settings'

const WEIGHTS = { name: 'A', booth: 'B', place: 'C', description: 'D' } as const
/** Between two pieces of text, so that no phrase is found across them. */
const GAP = 10
/** PostgreSQL keeps no more positions of a word, and none beyond the last. */
const MOST_POSITIONS = 250
const LAST_POSITION = 16_383

/** A document's words as the text of a tsvector. Words are letters and digits only, so nothing needs escaping. */
export function wordsVector(document: SearchDocument): string {
  const texts = searchedWords(document)
  const positions = new Map<string, string[]>()
  let position = 0
  for (const text of SEARCHED_TEXTS) {
    for (const piece of texts[text]) {
      for (const word of piece) {
        position += 1
        const known = positions.get(word) ?? []
        if (known.length < MOST_POSITIONS) {
          known.push(`${Math.min(position, LAST_POSITION)}${WEIGHTS[text]}`)
        }
        positions.set(word, known)
      }
      position += GAP
    }
  }
  return Array.from(positions, ([word, places]) => `'${word}':${places.join(',')}`).join(' ')
}

/** A word of the query with what the statement needs to find its near words in the vocabulary. */
export interface WordParameter {
  ordinal: number
  term: number
  word: string
  /** The first letter, and the first text after all words that begin with it. */
  low: string
  high: string
  typos: number
  prefix: boolean
  /** The word with two neighbours swapped, in every place. */
  swaps: string[]
  /** The word itself as a tsquery operand, anywhere and in the name. */
  clean: string
  cleanName: string
}

export interface TermParameter {
  term: number
  /** ' | (...)' for each synonym, anywhere and in the name. */
  synonyms: string
  synonymsName: string
}

export interface QueryParameters {
  words: WordParameter[]
  terms: TermParameter[]
  /** The whole query without typos, and the same in the name without an unfinished last word. */
  clean: string
  wholeName: string
}

/** The query's terms in the form that the statement takes as parameters. */
export function queryParameters(terms: QueryTerm[]): QueryParameters {
  const words: WordParameter[] = []
  for (const [term, { words: own }] of terms.entries()) {
    for (const word of own) words.push(wordParameter(words.length, term, word))
  }
  const whole = (suffix: string, prefixes: boolean) =>
    terms
      .map(({ words: own, synonyms }) => {
        const all = own.map((word) => operand(word.word, suffix, prefixes && word.prefix)).join(' & ')
        return `((${all})${alternatives(synonyms, suffix)})`
      })
      .join(' & ')
  return {
    words,
    terms: terms.map(({ synonyms }, term) => ({
      term,
      synonyms: alternatives(synonyms, ''),
      synonymsName: alternatives(synonyms, 'A'),
    })),
    clean: whole('', true),
    wholeName: whole('A', false),
  }
}

function wordParameter(ordinal: number, term: number, { word, typos, prefix }: QueryWord): WordParameter {
  const letters = Array.from(word)
  const first = letters[0] ?? ''
  const swaps = new Set<string>()
  if (typos > 0) {
    for (let at = 0; at + 1 < letters.length; at += 1) {
      const swapped = [...letters]
      swapped.splice(at, 2, letters[at + 1] ?? '', letters[at] ?? '')
      swaps.add(swapped.join(''))
    }
    swaps.delete(word)
  }
  return {
    ordinal,
    term,
    word,
    low: first,
    high: String.fromCodePoint((first.codePointAt(0) ?? 0) + 1),
    typos,
    prefix,
    swaps: [...swaps],
    clean: operand(word, '', prefix),
    cleanName: operand(word, 'A', prefix),
  }
}

function operand(word: string, weight: string, prefix: boolean): string {
  const suffix = `${prefix ? '*' : ''}${weight}`
  return suffix ? `'${word}':${suffix}` : `'${word}'`
}

function alternatives(phrases: string[][], weight: string): string {
  return phrases
    .map((phrase) => ` | (${phrase.map((word) => operand(word, weight, false)).join(' <-> ')})`)
    .join('')
}
