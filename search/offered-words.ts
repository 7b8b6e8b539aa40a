import { LONGEST_SYNONYM, SYNONYMS_BY_PHRASE } from './query-terms'
import { tokenise } from './tokenise'

/**
 * The words of a text about goods, and those of every phrase that means the same as one in it: 'kopi'
 * also as 'coffee'. For comparing what is offered with the words that somebody looks for.
 */
export function offeredWords(text: string): string[] {
  const words = tokenise(text)
  const found = new Set(words)
  for (let at = 0; at < words.length; at += 1) {
    let phrase = ''
    for (let end = at; end < Math.min(words.length, at + LONGEST_SYNONYM); end += 1) {
      phrase = phrase ? `${phrase} ${words[end]}` : (words[end] ?? '')
      for (const other of SYNONYMS_BY_PHRASE.get(phrase) ?? []) {
        for (const word of other.split(' ')) found.add(word)
      }
    }
  }
  return [...found]
}
