import { DRAWING_KIND_NAMES } from '~/domain/product/drawing-kinds'
import {
  type AllTableWords,
  type TableColumn,
  type TableWords,
  tableColumns,
} from '~/domain/product/product-table'
import { MOST_TIERS } from '~/domain/product/typed-product'
import { TRADE_UNITS } from '~/domain/shared/enums'
import { LOCALES, type Locale } from '~/domain/shared/locale'
import { fill } from './i18n/fill'
import { pageWords } from './i18n/page-words.server'
import { wordsFor } from './i18n/registry'

/** How a language names the columns of a table of goods, and what is in those of few words. */
export function tableWords(locale: Locale): TableWords {
  const words = pageWords('studioCsv', locale)
  const { states, form } = pageWords('studioProducts', locale)
  const { trade } = wordsFor(locale)
  const columns = Object.fromEntries(
    tableColumns(MOST_TIERS).map((column) => [column, columnName(column, words)]),
  ) as Record<TableColumn, string>
  const yesNo = { yes: words.yes, no: words.no }
  return {
    columns,
    choices: {
      state: states,
      field: trade.fields,
      kind: Object.fromEntries(
        Object.entries(DRAWING_KIND_NAMES).map(([kind, names]) => [kind, names[locale]]),
      ),
      unit: Object.fromEntries(TRADE_UNITS.map((unit) => [unit, trade.unit(unit)])),
      netContentUnit: form.netUnits,
      madeToOrder: yesNo,
      asksPrice: yesNo,
    },
  }
}

export function allTableWords(): AllTableWords {
  return Object.fromEntries(LOCALES.map((locale) => [locale, tableWords(locale)])) as AllTableWords
}

/** The help below the heading of the template, in the order of its columns; '#' keeps it from being read as goods. */
export function tableHelp(locale: Locale): string[] {
  const { help, tierFromHelp, tierPriceHelp } = pageWords('studioCsv', locale)
  const said: Partial<Record<TableColumn, string>> = help
  return tableColumns().map((column, index) => {
    const text = column.startsWith('tierFrom.')
      ? tierFromHelp
      : column.startsWith('tierPrice.')
        ? tierPriceHelp
        : (said[column] ?? '')
    return index === 0 ? `# ${text}` : text
  })
}

function columnName(column: TableColumn, words: ReturnType<typeof pageWords<'studioCsv'>>): string {
  const tier = /^tier(From|Price)\.(\d+)$/.exec(column)
  if (tier) return fill(tier[1] === 'From' ? words.tierFrom : words.tierPrice, { row: Number(tier[2]) + 1 })
  return words.columns[column as keyof typeof words.columns]
}
