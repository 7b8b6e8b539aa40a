import { LOCALES, type Locale } from '../shared/locale'
import { MOST_TIERS, TYPED_FIELDS, type TypedField } from './typed-product'

/** Rows of a price list that a table has columns for. */
export const TABLE_TIERS = 5

type TierColumn = `tierFrom.${number}` | `tierPrice.${number}`
/** 'code' is the product's address, which never changes: what a row without one means is a new product. */
export type TableColumn = 'code' | 'state' | TypedField | TierColumn

const tierColumns = (tiers: number) =>
  Array.from({ length: tiers }, (_, row): TierColumn[] => [`tierFrom.${row}`, `tierPrice.${row}`]).flat()

/** The columns of a table with so many prices, in their order. */
export function tableColumns(tiers = TABLE_TIERS): TableColumn[] {
  return ['code', 'state', ...TYPED_FIELDS, ...tierColumns(tiers)]
}

/** Columns whose cells are one of a few words. */
export const CHOICE_COLUMNS = [
  'state',
  'field',
  'kind',
  'unit',
  'netContentUnit',
  'madeToOrder',
  'asksPrice',
] as const
export type ChoiceColumn = (typeof CHOICE_COLUMNS)[number]

/** How a language names columns and choices. */
export interface TableWords {
  columns: Record<TableColumn, string>
  /** By the value that the form has. */
  choices: Record<ChoiceColumn, Readonly<Record<string, string>>>
}
export type AllTableWords = Record<Locale, TableWords>

/** Words are compared without what typing and programs change about them. */
const plain = (words: string) =>
  words
    .normalize('NFKC')
    .replace(/[\u200e\u200f\u2066-\u2069\ufeff*]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

/**
 * Which column each cell of a heading is, by its name in any language or by its key; null: none that is known. With
 * the language that most of them are in, which decides how numbers are read: null where none is known.
 */
export function readHeading(
  cells: readonly string[],
  words: AllTableWords,
): { columns: (TableColumn | null)[]; locale: Locale | null } {
  const all = tableColumns(MOST_TIERS)
  const keys = new Map(all.map((column) => [plain(column), column]))
  const byLocale = LOCALES.map((locale) => ({
    locale,
    names: new Map(all.map((column) => [plain(words[locale].columns[column] ?? column), column])),
  }))
  const counted = byLocale.map(({ locale, names }) => ({
    locale,
    known: cells.filter((cell) => names.has(plain(cell))).length,
  }))
  const best = counted.reduce((a, b) => (b.known > a.known ? b : a))
  // The language that most are in goes first, should two languages have one word for two columns.
  byLocale.sort((a, b) => Number(b.locale === best.locale) - Number(a.locale === best.locale))
  const columns = cells.map((cell) => {
    const wanted = plain(cell)
    for (const { names } of byLocale) {
      const column = names.get(wanted)
      if (column) return column
    }
    return keys.get(wanted) ?? null
  })
  return { columns, locale: best.known > 0 ? best.locale : null }
}

/** The form's value for a cell of few words, in whichever language it is; else as it was typed. */
export function readChoice(column: ChoiceColumn, cell: string, words: AllTableWords): string {
  const wanted = plain(cell)
  if (!wanted) return ''
  for (const locale of LOCALES) {
    for (const [value, word] of Object.entries(words[locale].choices[column]))
      if (plain(word) === wanted || plain(value) === wanted) return value
  }
  return cell
}

export function isChoiceColumn(column: TableColumn): column is ChoiceColumn {
  return CHOICE_COLUMNS.some((known) => known === column)
}

/** What a spreadsheet takes for a formula, which could then send the reader's other cells away. */
const FORMULA = /^'*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/

/** A text as a cell that no spreadsheet computes: with a mark before it that `unguardCell` takes away again. */
export function guardCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

export function unguardCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
}
