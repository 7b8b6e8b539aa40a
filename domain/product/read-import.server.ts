import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { plannedImport } from './planned-import.server'
import { type ImportView, SHOWN_CELL } from './product-import'
import type { AllTableWords } from './product-table'

/**
 * A dry run of the table that was sent: two queries, and nothing is written.
 * @throws AppError 'forbidden' for who may not write for a pesantren, 'not-found' for another's table and one that is
 * no longer there.
 */
export async function readImport(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { id, words }: { id: string; words: AllTableWords },
): Promise<ImportView> {
  const acting = requirePesantrenWriter(actor)
  const plan = await plannedImport(db, acting, { id, words })
  if (!plan) throw new AppError('not-found')
  const { rows, basis, numbers, table } = plan
  const shown = (text: string) => (text.length > SHOWN_CELL ? `${text.slice(0, SHOWN_CELL)}…` : text)
  return {
    id,
    basis,
    numbers,
    unknownColumns: table.unknown.map(shown),
    same: rows.filter(({ kind }) => kind === 'same').length,
    good: rows.flatMap((row) =>
      row.kind === 'new' || row.kind === 'changed'
        ? [
            {
              line: row.line,
              kind: row.kind,
              name: shown(row.name),
              isPublished: row.state === 'published',
              changes: row.changes,
            },
          ]
        : [],
    ),
    bad: rows.flatMap((row) =>
      row.kind === 'bad'
        ? [
            {
              line: row.line,
              name: shown(row.name),
              problems: row.problems.map((problem) => ({ ...problem, typed: shown(problem.typed) })),
            },
          ]
        : [],
    ),
  }
}
