import type { LocalizedText } from '~/domain/shared/locale'
import type { SearchDocument } from '../search-index'
import type { SearchedText } from '../settings'
import { tokenise } from '../tokenise'

/** A description of more words than this is searched in its first ones only. */
const MOST_WORDS = 1000

/**
 * The words under which a document is found, for each searched text one list for each piece of text:
 * a phrase is looked for within a piece, never across two.
 */
export function searchedWords(document: SearchDocument): Record<SearchedText, string[][]> {
  const languages = (text: LocalizedText) => pieces([text.id, text.en, text.ar])
  return {
    name: languages(document.name),
    booth: document.kind === 'booth' ? [] : pieces([document.boothName, document.boothNameArabic]),
    place: pieces([document.regencyName, document.districtName, document.productKind, document.field]),
    description: languages(document.description),
  }
}

function pieces(texts: (string | null | undefined)[]): string[][] {
  const found = new Map<string, string[]>()
  for (const text of texts) {
    if (!text) continue
    const words = tokenise(text).slice(0, MOST_WORDS)
    if (words.length > 0) found.set(words.join(' '), words)
  }
  return [...found.values()]
}
