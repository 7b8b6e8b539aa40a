import type { PluralForms } from './fill'
import type { firstWords } from './id/first-words'
import type { moreWords } from './id/more-words'

/** The same tree with any sentences in it. */
export type Shape<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : T[K] extends PluralForms
        ? PluralForms
        : Shape<T[K]>
}

/** What comes first: `firstWords` and `moreWords` of the languages. */
export type FirstWords = Shape<typeof firstWords>
export type MoreWords = Shape<typeof moreWords>

/** Every sentence of the product. Indonesian is the source; a missing or extra key is a type error. */
export type Words = FirstWords & MoreWords
