import { SYNONYMS_BY_PHRASE } from './query-terms'
import { tokenise } from './tokenise'

/** Phrases that have synonyms, by their first word: most words begin none, and nothing more is tried. */
const PHRASES = new Map<string, { length: number; phrase: string; others: string[] }[]>()
for (const [phrase, synonyms] of SYNONYMS_BY_PHRASE) {
  const words = phrase.split(' ')
  const first = words[0] ?? ''
  const known = PHRASES.get(first) ?? []
  known.push({ length: words.length, phrase, others: synonyms.flatMap((other) => other.split(' ')) })
  PHRASES.set(first, known)
}

/**
 * The words of texts about goods, and those of every phrase that means the same as one in them: 'kopi'
 * also as 'coffee'. For comparing what is offered with the words that somebody looks for.
 */
export function offeredWords(texts: readonly string[]): Set<string> {
  const found = new Set<string>()
  for (const text of texts) {
    const words = tokenise(text)
    for (const [at, word] of words.entries()) {
      found.add(word)
      const phrases = PHRASES.get(word)
      if (!phrases) continue
      for (const { length, phrase, others } of phrases) {
        if (length > 1 && words.slice(at, at + length).join(' ') !== phrase) continue
        for (const other of others) found.add(other)
      }
    }
  }
  return found
}
