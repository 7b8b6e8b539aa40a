import type { PluralForms } from './fill'
import type { words } from './id/words'

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

/** Every sentence of the product. Indonesian is the source; a missing or extra key is a type error. */
export type Words = Shape<typeof words>
