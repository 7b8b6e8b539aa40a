import type { PavilionStyle } from './motifs'

/** A pavilion of the open hall as the organiser sees it in the list. */
export interface PavilionLookRow {
  number: number
  regencyCode: string
  regencyName: string
  regencyKind: 'kabupaten' | 'kota'
  look: PavilionStyle
  /** It still looks as was suggested at first. */
  isSuggested: boolean
  /** Of the last change; null: never changed here. */
  changedAt: Date | null
}

export interface LookChange {
  id: number
  look: PavilionStyle
  /** Null: somebody whose account is gone. */
  by: string | null
  at: Date
}

/** One pavilion for its form. */
export interface PavilionLookView extends Omit<PavilionLookRow, 'changedAt'> {
  suggested: PavilionStyle
  /** Number of the last change, 0 for none: what was shown, for two who change it at once. */
  seen: number
  /** The last ten, newest first. */
  changes: LookChange[]
}
