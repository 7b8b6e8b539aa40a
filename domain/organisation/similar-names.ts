/** What a name is compared by: made once where one name is compared with many. */
export interface NameKey {
  /** All of it, folded: equal keys are equal names whatever their words are. */
  folded: string
  /** Without what every pesantren calls itself, without articles, in one spelling. */
  words: readonly { text: string; weight: number }[]
  /** '259', '24': bearers of one name are told apart by them. */
  numbers: readonly string[]
}

/** From here on two names of one regency are likely to be one organisation's. */
export const LIKELY = 0.85

const MARKS = /[\p{M}\u0640]/gu
const APOSTROPHES = /['’‘ʼʻ`´ʾʿ]/gu
const NOT_WORDS = /[^\p{L}\p{N}]+/u

/** What a name says of the kind of house and not of which. */
const DESIGNATIONS = new Set(
  'pondok pesantren ponpes pontren pontern pp ppm ppq ypp yayasan mahad maahad ma had islamic boarding school pt cv ud معهد المعهد مؤسسة مؤسسه بوندوك بيسانترين'.split(
    ' ',
  ),
)
const ARTICLES = new Set('al ar as asy ash at ath an ad adh adz az el ال'.split(' '))
/** Words that say little of which house it is: many bear them beside others. */
const WEAK = new Set(
  'nur dar miftah riyad rada bait mamba bustan modern tahfid kuran salafiya putra putri terpadu نور دار مفتاح رياض روضه بيت'.split(
    ' ',
  ),
)
/** First words that are written together with the second: Darussalam, Darus Salam, Dar As-Salam. */
const HEAD =
  /^(da+r|nu+r|mifta+h|sabi+l|ba[iy]t|fath|hidayat|raud[lh]?ot|raud[lh]?at|riya+d[lh]?|bad|siro+j|sira+j)u(?:([b-df-hj-np-tv-z])(?=\2)|l(?=.{4}))/

/** What pesantren names are written as, by ear and by different schools of transcription. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/sy|sh|ts/g, 's'],
  [/th/g, 't'],
  [/dh|dl|dz|zh|z/g, 'd'],
  [/kh|ch/g, 'h'],
  [/gh/g, 'g'],
  [/q/g, 'k'],
  [/ph|v/g, 'f'],
  [/oo/g, 'u'],
  [/ee|ie/g, 'i'],
  [/oe(?=r)|oi|oy|ay(?![aiu])|ae/g, 'ai'],
  [/au|ou|aw(?![aiu])/g, 'a'],
  [/o/g, 'a'],
  [/nb/g, 'mb'],
  [/(.)\1+/g, '$1'],
]

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(APOSTROPHES, '')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/[ىی]/gu, 'ي')
    .replace(/ة/gu, 'ه')
    .replace(/ک/gu, 'ك')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .trim()
}

/** An article that is written together with its word, as it is spoken: Arrohmah, Annur. */
const SPOKEN_ARTICLE = /^a(?=([rsndtz])\1..)./

function latinWord(word: string): string {
  const spelt = SPELLINGS.reduce(
    (text, [from, to]) => text.replace(from, to),
    word.replace(SPOKEN_ARTICLE, ''),
  )
  const bare = spelt.length >= 6 && spelt.startsWith('al') ? spelt.slice(2) : spelt
  // The second case of a compound (Hidayatul, Darus), and the ending that is spoken or not (Hidayah, Hidayat).
  const base = bare.length >= 5 ? bare.replace(/u[lsrntd]$/, '') : bare
  return base.length >= 4 ? base.replace(/(?<=a)[ht]$/, '') : base
}

function arabicWord(word: string): string {
  return word.startsWith('ال') && word.length >= 5 ? word.slice(2) : word
}

const isArabic = (word: string) => /\p{Script=Arabic}/u.test(word)

/** A name without what is written now so and now so. Latin and Arabic names have nothing in common. */
export function nameKey(name: string): NameKey {
  const parts = fold(name)
    .split(NOT_WORDS)
    .filter(Boolean)
    .flatMap((part) => {
      const head = HEAD.exec(part)
      return head ? [head[1] ?? '', part.slice(head[0].length)] : [part]
    })
  const numbers = parts
    .filter((part) => /^\p{N}+$/u.test(part))
    .map((digits) => digits.replace(/^0+/, '') || '0')
  const said = parts.filter((part) => !/^\p{N}+$/u.test(part))
  const own = said.filter((part) => !DESIGNATIONS.has(part) && !ARTICLES.has(part))
  const words = (own.length > 0 ? own : said)
    .map((word) => (isArabic(word) ? arabicWord(word) : latinWord(word)))
    .map((text) => ({ text, weight: WEAK.has(text) ? 0.5 : 1 }))
  return { folded: parts.join(' '), words, numbers: [...new Set(numbers)].sort() }
}

/** How many letters have to change, at most `limit`. */
function distance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const changed = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? limit + 1
}

/** 1: the same word; 0: less alike than two names usually are. */
function alike(one: string, other: string): number {
  if (one === other) return 1
  const longer = Math.max(one.length, other.length)
  // Short words are other words with one letter changed.
  if (longer < 4) return 0
  const limit = Math.floor(longer * 0.3)
  const changes = distance(one, other, limit)
  return changes > limit ? 0 : 1 - changes / longer
}

/** The weight of words that have their like in the others, of all weight. */
function covered(words: NameKey['words'], others: NameKey['words']): number {
  return words.reduce(
    (sum, { text, weight }) =>
      sum + weight * others.reduce((best, other) => Math.max(best, alike(text, other.text)), 0),
    0,
  )
}
const weightOf = (words: NameKey['words']) => words.reduce((sum, { weight }) => sum + weight, 0)

/** One writes as one word what the other writes as several. */
function joined(one: NameKey, other: NameKey): number {
  const [single, ...more] = one.words
  if (!single || more.length > 0 || other.words.length < 2 || other.words.length > 3) return 0
  const texts = other.words.map(({ text }) => text)
  return Math.max(...orders(texts).map((order) => alike(single.text, order.join(''))))
}

function orders(texts: readonly string[]): string[][] {
  if (texts.length < 2) return [[...texts]]
  return texts.flatMap((text, at) =>
    orders([...texts.slice(0, at), ...texts.slice(at + 1)]).map((rest) => [text, ...rest]),
  )
}

function numbersFactor(one: NameKey, other: NameKey): number {
  if (one.numbers.join() === other.numbers.join()) return 1
  if (one.numbers.length === 0 || other.numbers.length === 0) return 0.9
  return one.numbers.some((number) => other.numbers.includes(number)) ? 0.9 : 0.5
}

/** How alike two names are: 0 nothing, 1 the same but for the way of writing; the order of words says nothing. */
export function similarKeys(one: NameKey, other: NameKey): number {
  if (one.folded === other.folded) return 1
  const all = weightOf(one.words) + weightOf(other.words)
  if (all === 0) return one.numbers.join() === other.numbers.join() ? 1 : 0
  const byWords = (covered(one.words, other.words) + covered(other.words, one.words)) / all
  return numbersFactor(one, other) * Math.max(byWords, joined(one, other), joined(other, one))
}

/** The same for two names: 'PP. Al-Hidayah' and 'Pondok Pesantren Alhidayat' are one. */
export function similarNames(one: string, other: string): number {
  return similarKeys(nameKey(one), nameKey(other))
}
