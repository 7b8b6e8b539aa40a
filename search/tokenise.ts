/** Longer words are cut, so that no text can make an index row or a comparison grow without bound. */
export const LONGEST_WORD = 40

const MARKS = /[\p{M}\u0640]/gu
const APOSTROPHES = /['’‘ʼʻ`´ʾʿ]/gu
const SEPARATORS = /[^\p{L}\p{N}]+/u
/** A word as it is written: letters and digits with the marks and apostrophes between them. */
const WRITTEN_WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u0640'’‘ʼʻ`´ʾʿ]*[\p{L}\p{N}\p{M}\u0640])?/gu

/** Most Indonesian and English text: nothing in it decomposes, and it has no marks and no Arabic. */
const PLAIN = /^[\x20-\x7e\n]*$/

const ARABIC_LETTERS: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
}
const ARABIC_VARIANTS = /[أإآٱىةکی]/gu
const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/gu

function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replace(/['`]/g, '')
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(APOSTROPHES, '')
    .replace(ARABIC_VARIANTS, (letter) => ARABIC_LETTERS[letter] ?? letter)
    .replace(ARABIC_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
}

/**
 * Without its article. Repeated, because الألبان and ألبان are the same word to a reader and folding
 * has made the second's first letters look like an article too.
 */
function withoutArticle(word: string): string {
  let rest = word
  while (rest.startsWith('ال') && rest.length >= 5) rest = rest.slice(2)
  return rest
}

/**
 * The words of a text as both engines store and look for them: lower case, without Latin diacritics,
 * Arabic marks, tatweel and article, with Arabic letter variants and digits made one.
 * Tokenising the words again gives the same words.
 */
export function tokenise(text: string): string[] {
  const words: string[] = []
  for (const part of fold(text).split(SEPARATORS)) {
    const word = withoutArticle(
      part.length <= LONGEST_WORD ? part : Array.from(part).slice(0, LONGEST_WORD).join(''),
    )
    if (word) words.push(word)
  }
  return words
}

export interface WrittenPart {
  /** A stretch of the text exactly as written; the parts joined are the text. */
  text: string
  /** The words that it is found by; none for what stands between words. */
  words: string[]
}

/** The text cut into written words and what stands between them, for highlighting. */
export function writtenParts(text: string): WrittenPart[] {
  const parts: WrittenPart[] = []
  let end = 0
  for (const match of text.matchAll(WRITTEN_WORD)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), words: [] })
    parts.push({ text: match[0], words: tokenise(match[0]) })
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push({ text: text.slice(end), words: [] })
  return parts
}
