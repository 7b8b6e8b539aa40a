import { type Locale, localized } from '~/domain/shared/locale'
import type { SearchDocument, SearchHit } from './search-index'
import { writtenParts } from './tokenise'

export interface MatchedWords {
  /** Words of the index that answered the query: exactly, as synonyms, or in spite of typos. */
  words: ReadonlySet<string>
  /** Words that begin with one of these answered too. */
  prefixes: readonly string[]
}

/** The name in the reader's language in parts; whole words that answered the query are hits. */
export function highlightedTitle(
  document: Pick<SearchDocument, 'name' | 'boothName'>,
  locale: Locale,
  matched: MatchedWords,
): SearchHit['title'] {
  const name = localized(document.name, locale)?.text ?? document.boothName
  const title: SearchHit['title'] = []
  for (const part of writtenParts(name)) {
    const hit = part.words.some(
      (word) => matched.words.has(word) || matched.prefixes.some((prefix) => word.startsWith(prefix)),
    )
    const last = title.at(-1)
    if (last && last.hit === hit) last.text += part.text
    else title.push({ text: part.text, hit })
  }
  return title
}
