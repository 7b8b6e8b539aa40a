import { allowedTypos, MOST_QUERY_WORDS, STOP_WORDS } from './settings'
import { synonymPhrases } from './synonyms'
import { tokenise } from './tokenise'

export interface QueryWord {
  word: string
  typos: 0 | 1 | 2
  /** The word may go on: the last one, which somebody may still be typing. */
  prefix: boolean
}

/** One thing that is looked for: its words, or instead of them one of the phrases that mean the same. */
export interface QueryTerm {
  words: QueryWord[]
  synonyms: string[][]
}

/** For each phrase that has synonyms, as its words joined by a space, the others. */
export const SYNONYMS_BY_PHRASE = synonymPhrases()
const LONGEST_SYNONYM = Math.max(
  ...Array.from(SYNONYMS_BY_PHRASE.keys(), (phrase) => phrase.split(' ').length),
)

/** The words that a text asks for, without stop words (unless it has only those). */
export function queryWords(text: string): string[] {
  // Far more than can matter is not even read: the text may be a whole pasted document.
  const words = tokenise(text.slice(0, 1000))
  const telling = words.filter((word) => !STOP_WORDS.has(word))
  return (telling.length > 0 ? telling : words).slice(0, MOST_QUERY_WORDS)
}

/**
 * The terms that a text asks for; all of them have to be found. The longest run of words that has
 * synonyms is one term: 'gula aren' is palm sugar, not any sugar.
 */
export function queryTerms(text: string): QueryTerm[] {
  const words = queryWords(text)
  const terms: QueryTerm[] = []
  let at = 0
  while (at < words.length) {
    const length = phraseLength(words, at)
    const phrase = words.slice(at, at + length)
    const last = at + length === words.length
    terms.push({
      words: phrase.map((word, index) => ({
        word,
        typos: allowedTypos(word),
        prefix: last && index === length - 1,
      })),
      synonyms: (SYNONYMS_BY_PHRASE.get(phrase.join(' ')) ?? []).map((other) => other.split(' ')),
    })
    at += length
  }
  return terms
}

function phraseLength(words: string[], at: number): number {
  for (let length = Math.min(LONGEST_SYNONYM, words.length - at); length > 1; length -= 1) {
    if (SYNONYMS_BY_PHRASE.has(words.slice(at, at + length).join(' '))) return length
  }
  return 1
}
