import { Form, Link } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import { fill, fillPlural } from '~/app/i18n/fill'
import { formatNumber } from '~/app/i18n/format'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import type { BadRowView, GoodRowView, ImportView } from '~/domain/product/product-import'
import type { TableColumn } from '~/domain/product/product-table'
import type { CsvPage } from './route'

interface DryRunProps {
  page: CsvPage
  found: ImportView
  columns: Record<TableColumn, string>
}

/** What the table would do: what has to be corrected first, then what can be brought in, all or chosen. */
export function DryRun({ page, found, columns }: DryRunProps) {
  const { words } = page
  const locale = useLocale()
  const to = useLocalePath()
  const { good, bad, same, unknownColumns } = found
  const made = good.filter(({ kind }) => kind === 'new').length
  const counts = [
    ['new', made],
    ['changed', good.length - made],
    ['same', same],
    ['bad', bad.length],
  ] as const
  return (
    <>
      <p className="lead">
        <b>
          {counts
            .filter(([, count]) => count > 0)
            .map(([kind, count]) => fillPlural(words.counts[kind], count, locale))
            .join(' · ')}
        </b>
        {' · '}
        {words.checkText}
      </p>
      <p className="sm mut">
        {fill(words.numbers, { language: words.languages[found.numbers] })}
        {unknownColumns.length > 0
          ? ` ${fill(words.unknownColumns, { list: unknownColumns.map((name) => `\u2068${name}\u2069`).join(', ') })}`
          : null}
      </p>
      {bad.length > 0 ? (
        <section>
          <h2>
            {words.badTitle} <span className="count">{formatNumber(bad.length, locale)}</span>
          </h2>
          <p className="sm mut">{words.badText}</p>
          <ul className="table-rows">
            {bad.map((row) => (
              <BadRow key={row.line} row={row} page={page} columns={columns} />
            ))}
          </ul>
        </section>
      ) : null}
      {good.length > 0 ? (
        <Form method="post" action={`${to('/studio/products/csv')}?import=${found.id}`} className="bring-in">
          <input type="hidden" name="import" value={found.id} />
          <input type="hidden" name="basis" value={found.basis} />
          <h2 id="good-rows">
            {words.goodTitle} <span className="count">{formatNumber(good.length, locale)}</span>
          </h2>
          <ul className="table-rows choose" aria-labelledby="good-rows">
            {good.map((row) => (
              <GoodRow key={row.line} row={row} page={page} columns={columns} />
            ))}
          </ul>
          {bad.length > 0 ? <p className="sm mut">{words.allHint}</p> : null}
          <div className="row wrapx do">
            <button type="submit" name="intent" value="all" className="btn pri lg">
              {fill(words.allGood, { count: formatNumber(good.length, locale) })}
            </button>
            <button type="submit" name="intent" value="chosen" className="btn line lg">
              {words.chosen}
            </button>
          </div>
        </Form>
      ) : (
        <p className="lead">{words.noneGood}</p>
      )}
      <p>
        <Link className="btn quiet" to={to('/studio/products/csv')}>
          <Icon name="undo-2" />
          {words.sendAgain}
        </Link>
      </p>
    </>
  )
}

interface RowProps<T> {
  row: T
  page: CsvPage
  columns: Record<TableColumn, string>
}

function BadRow({ row, page: { words, cellWords }, columns }: RowProps<BadRowView>) {
  const locale = useLocale()
  return (
    <li>
      <p className="what">
        <b>{fill(words.line, { line: formatNumber(row.line, locale) })}</b>{' '}
        <bdi>{row.name || words.noName}</bdi>
      </p>
      <ul className="cells">
        {row.problems.map(({ column, typed, code }) => (
          <li key={`${column} ${code}`}>
            <p className="cell">
              <Icon name="triangle-alert" />
              <span>
                {columns[column] ?? column}: <q>{typed ? <bdi>{typed}</bdi> : words.emptyCell}</q>
              </span>
            </p>
            <p className="sm">{cellWords[code]}</p>
          </li>
        ))}
      </ul>
    </li>
  )
}

function GoodRow({ row, page: { words }, columns }: RowProps<GoodRowView>) {
  const locale = useLocale()
  const own: Record<string, string> = words.fields
  const named = row.changes.map((field) => own[field] ?? columns[field as TableColumn] ?? field)
  return (
    <li>
      <label>
        <input type="checkbox" name="line" value={row.line} />
        <span>
          <b>
            <bdi>{row.name}</bdi>
          </b>
          <small className="mut">
            {[
              fill(words.line, { line: formatNumber(row.line, locale) }),
              row.kind === 'new'
                ? words.isNew
                : fill(words.isChanged, { list: new Intl.ListFormat(locale).format(named) }),
              ...(row.isPublished ? [words.isPublished] : []),
            ].join(' · ')}
          </small>
        </span>
      </label>
    </li>
  )
}
