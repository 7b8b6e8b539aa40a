import { changedFields } from '../shared/changed-fields'
import { PRODUCT_STATES, type ProductState } from '../shared/enums'
import type { Locale } from '../shared/locale'
import { unreachableTier } from './order-rule'
import type { OwnProduct } from './own-product'
import type { ProductTable, TableRow } from './parse-table'
import { productSchema } from './product.schema'
import type { ProductFields } from './product-fields'
import { PRODUCT_PROBLEMS, type ProductProblemCode } from './product-problems'
import { type AllTableWords, isChoiceColumn, readChoice, type TableColumn } from './product-table'
import { type PublishingGap, publishingGaps, risingTier } from './publishing'
import { revisedProduct } from './revised-product'
import { emptyTypedProduct, TYPED_FIELDS, type TypedProduct, typedProduct } from './typed-product'

/** What can be wrong with a cell besides what can be wrong with a form. */
export const TABLE_CELL_PROBLEMS = ['not-yours', 'code-twice', 'unknown-state', 'too-many-cells'] as const
export type CellProblemCode = ProductProblemCode | PublishingGap | (typeof TABLE_CELL_PROBLEMS)[number]

export interface CellProblem {
  column: TableColumn
  /** What is in the cell. */
  typed: string
  code: CellProblemCode
}

interface Planned {
  line: number
  /** In one of its languages; '' where the row has none. */
  name: string
}
export interface GoodRow extends Planned {
  kind: 'new' | 'changed'
  /** Null: a new one. */
  current: OwnProduct | null
  fields: ProductFields
  state: ProductState
  /** Names of fields that the row changes; none of a new one. */
  changes: string[]
}
export type PlannedRow =
  | GoodRow
  | (Planned & { kind: 'same' })
  | (Planned & { kind: 'bad'; problems: CellProblem[] })

interface Shelf {
  /** The pesantren's own goods by their addresses: another's are as if they weren't there. */
  own: ReadonlyMap<string, OwnProduct>
  isVerified: boolean
  /** For numbers, where the table's heading doesn't tell its language. */
  locale: Locale
}

/**
 * What bringing a table in would do, row by row. A row with a code changes that product, and only in the columns that
 * the table has; one without makes a new one.
 */
export function planImport(table: ProductTable, shelf: Shelf, words: AllTableWords): PlannedRow[] {
  const codes = new Map<string, number>()
  for (const { cells } of table.rows) if (cells.code) codes.set(cells.code, (codes.get(cells.code) ?? 0) + 1)
  return table.rows.map((row) => planRow(row, table, shelf, words, codes))
}

function planRow(
  row: TableRow,
  table: ProductTable,
  { own, isVerified, locale: reader }: Shelf,
  words: AllTableWords,
  codes: ReadonlyMap<string, number>,
): PlannedRow {
  const locale = table.locale ?? reader
  const { line, cells } = row
  const code = cells.code ?? ''
  const current = code ? (own.get(code) ?? null) : null
  const typed = typedRow(row, table.columns, current, locale, words)
  const name = typed['name.id'] || typed['name.en'] || typed['name.ar'] || code
  const problems: CellProblem[] = []
  const problem = (column: TableColumn, what: CellProblemCode) =>
    problems.push({ column, typed: cells[column] ?? '', code: what })
  if ((codes.get(code) ?? 0) > 1) problem('code', 'code-twice')
  if (row.isTooLong) problem(table.columns.at(-1) ?? 'code', 'too-many-cells')

  // Of a product that isn't there nothing else can be said.
  if (code && !current) {
    return { kind: 'bad', line, name, problems: [{ column: 'code', typed: code, code: 'not-yours' }] }
  }

  const wanted = readChoice('state', cells.state ?? '', words)
  const known = PRODUCT_STATES.find((one) => one === wanted)
  if (wanted && !known) problem('state', 'unknown-state')
  const state = known ?? current?.state ?? 'draft'

  const parsed = productSchema(locale).safeParse(typed)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const what = PRODUCT_PROBLEMS.find((one) => one === issue.message)
      if (what) problem(columnOf(String(issue.path[0] ?? '')), what)
    }
  } else if (state === 'published') {
    for (const gap of publishingGaps(parsed.data, isVerified)) problem(gapColumn(gap, parsed.data), gap)
  }
  if (problems.length > 0 || !parsed.success) return { kind: 'bad', line, name, problems }
  const fields = parsed.data
  if (!current) return { kind: 'new', line, name, current, fields, state, changes: [] }
  const changes = changedFields(
    { ...revisedProduct(current.fields, current.state) },
    { ...revisedProduct(fields, state) },
  )
  if (changes.length === 0) return { kind: 'same', line, name }
  return { kind: 'changed', line, name, current, fields, state, changes }
}

/** The form as the row would have filled it in: over what is stored, or over an empty one. */
function typedRow(
  { cells }: TableRow,
  columns: readonly TableColumn[],
  current: OwnProduct | null,
  locale: Locale,
  words: AllTableWords,
): TypedProduct {
  const typed: TypedProduct = current ? typedProduct(current.fields, locale) : emptyTypedProduct()
  for (const field of TYPED_FIELDS) {
    const cell = cells[field]
    if (cell === undefined) continue
    typed[field] = isChoiceColumn(field) ? readChoice(field, cell, words) : cell
  }
  // What it is drawn as needs no thought: a carton will do.
  if (!typed.kind) typed.kind = 'carton'
  const rows = columns.flatMap((column) => {
    const row = /^tier(?:From|Price)\.(\d+)$/.exec(column)?.[1]
    return row === undefined ? [] : [Number(row)]
  })
  if (rows.length > 0) {
    typed.tiers = Array.from({ length: Math.max(...rows) + 1 }, (_, row) => ({
      from: cells[`tierFrom.${row}`] ?? '',
      price: cells[`tierPrice.${row}`] ?? '',
    }))
    if (cells.asksPrice === undefined && typed.tiers.some(({ price }) => price)) typed.asksPrice = ''
  }
  return typed
}

/** The schema's names of fields are those of the columns. */
const columnOf = (field: string) => field as TableColumn

function gapColumn(gap: PublishingGap, fields: ProductFields): TableColumn {
  const { tiers } = fields
  switch (gap) {
    case 'indonesian-name':
      return 'name.id'
    case 'price':
      return 'tierPrice.0'
    case 'minimum-order':
      return 'minimumOrder'
    case 'minimum-not-multiple':
      return 'orderMultiple'
    case 'price-above-minimum':
      return 'tierFrom.0'
    case 'price-rises':
      return `tierPrice.${risingTier(tiers) ?? 0}`
    case 'price-unreachable':
      return `tierFrom.${unreachableTier(tiers, fields) ?? 0}`
    default:
      return 'state'
  }
}
