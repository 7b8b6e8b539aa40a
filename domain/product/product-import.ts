import type { Locale } from '../shared/locale'
import type { TableProblem } from './parse-table'
import type { CellProblem } from './plan-import'

/** A row that can be brought in. */
export interface GoodRowView {
  line: number
  kind: 'new' | 'changed'
  name: string
  /** Buyers will see it. */
  isPublished: boolean
  /** Names of fields that it changes. */
  changes: string[]
}

export interface BadRowView {
  line: number
  name: string
  problems: CellProblem[]
}

/** What bringing the table in would do now: nothing has been written. */
export interface ImportView {
  id: string
  /** Of the goods that it is about as they are now: what the reader has seen is what is written, or nothing is. */
  basis: string
  good: GoodRowView[]
  bad: BadRowView[]
  /** How many rows say what is stored already. */
  same: number
  unknownColumns: string[]
  /** In which language its numbers were read. */
  numbers: Locale
}

export type SendTableOutcome = { kind: 'sent'; id: string } | { kind: 'problem'; problem: TableProblem }

export type ImportOutcome =
  | { kind: 'done'; made: number; changed: number }
  /** Nothing that can be brought in was chosen. */
  | { kind: 'none-chosen' }
  /** The goods have changed since: look again; nothing was written. */
  | { kind: 'moved' }

/** Shown of a problem's cell: long ones are cut. */
export const SHOWN_CELL = 80
