import { CsvError, parse } from 'csv-parse/sync'
import type { Locale } from '../shared/locale'
import { type AllTableWords, readHeading, type TableColumn, unguardCell } from './product-table'

export const MOST_TABLE_ROWS = 1_000
export const MOST_TABLE_BYTES = 2 * 1024 * 1024
/** No cell is longer than the longest text of a product by so much. */
const LONGEST_CELL = 5_000
const MOST_CELLS = 120

/** Why a table as a whole can't be read; the sentences are in `app/i18n`. */
export type TableProblem =
  | { kind: 'empty' | 'too-big' | 'workbook' | 'no-heading' | 'too-many-rows' }
  | { kind: 'broken'; line: number }
  | { kind: 'column-twice'; column: TableColumn }

export interface TableRow {
  /** In the file, from 1: where the reader finds it. */
  line: number
  cells: Partial<Record<TableColumn, string>>
  /** More cells than the heading has, with something in them. */
  isTooLong: boolean
}

export interface ProductTable {
  /** In which its numbers are written; null: the heading doesn't say. */
  locale: Locale | null
  columns: TableColumn[]
  /** Names of columns that mean nothing here: they are left alone. */
  unknown: string[]
  rows: TableRow[]
}

/** The text of a file as spreadsheets write it: UTF-8, UTF-16 by its mark, or else the old Western code page. */
export function decodeTable(bytes: Uint8Array): string | { kind: 'workbook' | 'too-big' | 'empty' } {
  if (bytes.byteLength === 0) return { kind: 'empty' }
  if (bytes.byteLength > MOST_TABLE_BYTES) return { kind: 'too-big' }
  const [a, b, c, d] = bytes
  // A zip, which new workbooks are, or the container of old ones.
  if ((a === 0x50 && b === 0x4b) || (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0))
    return { kind: 'workbook' }
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  // Neither a text nor a table has these.
  if (bytes.includes(0)) return { kind: 'workbook' }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/**
 * Reads a table of goods with whichever of ',', ';' and tab parts its heading. Rows whose first cell begins with '#'
 * are for people, and empty ones for nobody.
 */
export function parseTable(text: string, words: AllTableWords): ProductTable | TableProblem {
  const content = text.replace(/^\ufeff/, '').replace(/^sep=.\r?\n/i, '')
  if (!content.trim()) return { kind: 'empty' }
  const delimiter = delimiterOf(content, words)
  if (!delimiter) return { kind: 'no-heading' }
  let records: { record: string[]; info: { lines: number } }[]
  try {
    records = parse(content, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      max_record_size: LONGEST_CELL * MOST_CELLS,
      // One more than is let in, and room for the rows that are for people.
      to: MOST_TABLE_ROWS + 50,
    }) as unknown as typeof records
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { kind: 'broken', line: Number(error.lines) || 1 }
  }
  const isFull = ({ record }: { record: string[] }) =>
    record.some((cell) => cell.trim()) && !record[0]?.trimStart().startsWith('#')
  const [heading, ...rows] = records.filter(isFull)
  if (!heading) return { kind: 'empty' }
  if (rows.length > MOST_TABLE_ROWS) return { kind: 'too-many-rows' }
  const { columns, locale } = readHeading(heading.record, words)
  const twice = columns.find((column, index) => column !== null && columns.indexOf(column) !== index)
  if (twice) return { kind: 'column-twice', column: twice }
  return {
    locale,
    columns: columns.filter((column) => column !== null),
    unknown: heading.record.filter((name, index) => columns[index] === null && name.trim()).slice(0, 20),
    rows: rows.map(({ record, info }) => ({
      line: info.lines,
      cells: Object.fromEntries(
        columns.flatMap((column, index) =>
          column ? [[column, unguardCell((record[index] ?? '').trim()).slice(0, LONGEST_CELL)]] : [],
        ),
      ),
      isTooLong: record.slice(columns.length).some((cell) => cell.trim()),
    })),
  }
}

/** What parts the first line that isn't for people into the most known names; null: none finds a code or a name. */
function delimiterOf(content: string, words: AllTableWords): string | null {
  const line = content.split(/\r?\n|\r/).find((one) => one.trim() && !/^["\s]*#/.test(one)) ?? ''
  let best: { delimiter: string; known: number } | null = null
  for (const delimiter of [';', ',', '\t']) {
    let cells: string[] | undefined
    try {
      cells = parse(line, { delimiter, relax_column_count: true })[0] as string[] | undefined
    } catch {
      continue
    }
    const { columns } = readHeading(cells ?? [], words)
    const known = columns.filter((column) => column !== null).length
    const namesGoods = columns.some((column) => column === 'code' || column?.startsWith('name.'))
    if (namesGoods && known > (best?.known ?? 0)) best = { delimiter, known }
  }
  return best?.delimiter ?? null
}
