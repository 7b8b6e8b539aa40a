import type { PageWords } from '~/app/i18n/page-words.server'
import type { OwnProduct } from '~/domain/product/own-product'
import type { ProductProblems } from '~/domain/product/product-problems'
import type { PublishingGap } from '~/domain/product/publishing'
import type { TypedField, TypedProduct } from '~/domain/product/typed-product'
import type { ProductState } from '~/domain/shared/enums'

/** What the form knows of its product beside its fields; null: a new one. */
export type FormProduct = Omit<OwnProduct, 'fields'>

/** What an action says of a form that wasn't saved, with all that was typed. */
export interface ProductAnswer {
  /** Differs from one answer to the next, also where what they say doesn't. */
  at: number
  typed: TypedProduct
  problems: ProductProblems
  gaps: PublishingGap[]
  /** The version to save on next. */
  version: number
  /** Somebody else saved meanwhile: the fields that differ, with what is stored now. */
  changed: { field: TypedField | 'tiers'; stored: TypedProduct }[] | null
  /** The data can't be reached: what the form needs to be shown without it. */
  unavailable: FormFrame | null
  /** What was typed is what was asked for: nothing was to be saved yet. */
  onlyChanged: boolean
}

/** What a form needs beside what was typed, where nothing can be read. */
export interface FormFrame {
  words: PageWords['studioProducts']
  kinds: { value: string; label: string }[]
  token: string
  state: ProductState
}
