import { stringify } from 'csv-stringify/sync'
import type { Locale } from '../shared/locale'
import { CURRENCY_DIGITS, type Money } from '../shared/money'
import type { OwnProduct } from './own-product'
import {
  type ChoiceColumn,
  guardCell,
  isChoiceColumn,
  TABLE_TIERS,
  type TableColumn,
  type TableWords,
  tableColumns,
} from './product-table'
import { typedProduct } from './typed-product'

/** What spreadsheets of this language part cells with: where ',' is the point, it can't be the comma. */
const DELIMITERS: Record<Locale, string> = { id: ';', en: ',', ar: ',' }

/**
 * A file that a spreadsheet opens as it is: with its mark of UTF-8, and nothing that it would compute. Money is a
 * number there, also below zero.
 */
export function writeTable(rows: readonly (readonly (string | Money)[])[], locale: Locale): string {
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? guardCell(cell) : moneyCell(cell, locale))),
  )
  return stringify(cells, { bom: true, delimiter: DELIMITERS[locale], record_delimiter: 'windows' })
}

/** Without groups, and without a fraction where there is none. */
function moneyCell({ minor, currency }: Money, locale: Locale): string {
  const digits = CURRENCY_DIGITS[currency]
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  const [whole, rest] = [text.slice(0, text.length - digits), text.slice(text.length - digits)]
  const fraction = Number(rest) === 0 ? '' : `${locale === 'id' ? ',' : '.'}${rest}`
  return `${minor < 0 ? '-' : ''}${whole}${fraction}`
}

/** The goods as a table that can be changed and brought in again: what isn't changed stays as it is. */
export function goodsTable(goods: readonly OwnProduct[], locale: Locale, words: TableWords): string {
  const tiers = Math.max(TABLE_TIERS, ...goods.map(({ fields }) => fields.tiers.length))
  const columns = tableColumns(tiers)
  const heading = columns.map((column) => words.columns[column] ?? column)
  return writeTable([heading, ...goods.map((one) => goodsRow(one, columns, locale, words))], locale)
}

function goodsRow(
  { slug, state, fields }: OwnProduct,
  columns: readonly TableColumn[],
  locale: Locale,
  words: TableWords,
): string[] {
  const typed = typedProduct(fields, locale)
  const choice = (column: ChoiceColumn, value: string) => words.choices[column][value] ?? value
  return columns.map((column) => {
    if (column === 'code') return slug
    if (column === 'state') return choice('state', state)
    const tier = /^tier(From|Price)\.(\d+)$/.exec(column)
    if (tier) {
      const row = fields.tiers[Number(tier[2])]
      if (!row) return ''
      return plainNumber(tier[1] === 'From' ? row.minimumQuantity : row.unitPriceMinor / 100, locale)
    }
    const value = typed[column as keyof Omit<typeof typed, 'tiers'>]
    if (isChoiceColumn(column)) return choice(column, value)
    const number = numberOf(column, fields)
    return number === null ? value : plainNumber(number, locale)
  })
}

/** Without groups of thousands, which a spreadsheet may take for a point. */
function plainNumber(value: number, locale: Locale): string {
  const text = value.toLocaleString('en-US', { maximumFractionDigits: 6, useGrouping: false })
  return locale === 'id' ? text.replace('.', ',') : text
}

/** The number in a column of numbers; null: none, or a column of texts. */
function numberOf(column: TableColumn, fields: OwnProduct['fields']): number | null {
  const [length = null, width = null, height = null] = fields.cartonCm ?? []
  const numbers: Partial<Record<TableColumn, number | null>> = {
    netContent: fields.netContent,
    minimumOrder: fields.minimumOrder,
    orderMultiple: fields.orderMultiple,
    monthlyCapacity: fields.monthlyCapacity,
    promisedCapacity: fields.promisedCapacity || null,
    stock: fields.stock,
    leadTimeDays: fields.leadTimeDays,
    shelfLifeDays: fields.shelfLifeDays,
    unitsPerCarton: fields.unitsPerCarton,
    cartonKg: fields.cartonKg,
    cartonLength: length,
    cartonWidth: width,
    cartonHeight: height,
  }
  return numbers[column] ?? null
}
