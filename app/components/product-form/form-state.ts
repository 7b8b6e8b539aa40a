import type { PageWords } from '~/app/i18n/page-words.server'
import type { OwnProduct } from '~/domain/product/own-product'
import type { ProductProblems } from '~/domain/product/product-problems'
import type { PublishingGap } from '~/domain/product/publishing'
import type { TypedField, TypedProduct } from '~/domain/product/typed-product'
import type { ProductState } from '~/domain/shared/enums'

/** What the form knows of its product beside its fields; null: a new one. */
export type FormProduct = Omit<OwnProduct, 'fields'>

/** A field in which two forms differ that were made of one. */
export interface ChangedField {
  field: TypedField | 'tiers'
  mine: TypedProduct
  theirs: TypedProduct
  /** Who changed it; null: nobody knows what both began with. */
  by: 'me' | 'them' | 'both' | null
  /** What the form has been filled with. */
  pick: 'mine' | 'theirs'
}

/** What an action says of a form that wasn't saved, with all that was typed. */
export interface ProductAnswer {
  /** Differs from one answer to the next, also where what they say doesn't. */
  at: number
  typed: TypedProduct
  problems: ProductProblems
  gaps: PublishingGap[]
  /** The version to save on next. */
  version: number
  /** Somebody else saved meanwhile: who, when (ISO 8601), and the fields that differ. */
  changed: { by: string | null; at: string | null; fields: ChangedField[] } | null
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
