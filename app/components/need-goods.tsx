import { direction, type Locale } from '~/domain/shared/locale'

/** Goods in a need's own words, as they stand within a sentence: 'Kopi arabika' is 'kopi arabika', 'VCO' and 'P-IRT' stay. */
export function withinSentence(words: string): string {
  const [first = '', second = ''] = words
  const isCapitalised = first !== first.toLowerCase() && second !== second.toUpperCase()
  return isCapitalised ? first.toLowerCase() + words.slice(first.length) : words
}

/** The same as an element that keeps the words' own language and direction. */
export function NeedGoods({ words, lang }: { words: string; lang: Locale }) {
  return (
    <bdi lang={lang} dir={direction(lang)}>
      {withinSentence(words)}
    </bdi>
  )
}
