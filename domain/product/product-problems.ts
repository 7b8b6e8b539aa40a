import type { TypedField } from './typed-product'

/** What can be wrong with a field, whether the product is published or not; the sentences are in `app/i18n`. */
export const PRODUCT_PROBLEMS = [
  'name-missing',
  'too-long',
  'choose-one',
  'not-whole',
  'not-a-number',
  'too-small',
  'too-much',
  'content-unit-missing',
  'content-missing',
  'tier-quantity-missing',
  'tier-price-missing',
  'tier-twice',
  'not-a-price',
  'price-too-high',
  'promised-more',
  'promised-without-capacity',
  'carton-sides',
  'hs-code',
  'place-missing',
  'incoterm-missing',
] as const
export type ProductProblemCode = (typeof PRODUCT_PROBLEMS)[number]

/** A field's name; rows of the price list as 'tierFrom.0' and 'tierPrice.0'. */
export type ProblemField = TypedField | `tierFrom.${number}` | `tierPrice.${number}`

export type ProductProblems = Partial<Record<ProblemField, ProductProblemCode>>
