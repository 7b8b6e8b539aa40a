import { countAgainstLimit } from '~/db/rate-limit.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { exportQueries } from './export-queries.server'
import { EXPORT_SECTIONS, type ExportRow, type ExportSection, type PersonalExport } from './export-view'
import { ownPerson } from './own-person.server'

/** Each reads all there is of one. */
export const EXPORT_LIMIT = { limit: 10, windowSeconds: 3600 } as const

/**
 * Everything that is kept about the person who asks, and nothing about anybody else: no codes, no links that
 * open something, no hash of a password.
 * @throws AppError 'forbidden' for visitors, 'too-many-requests' after EXPORT_LIMIT.
 */
export async function exportData({ db, actor, now }: Context): Promise<PersonalExport> {
  const own = await ownPerson(db, actor)
  const counted = await countAgainstLimit(db, EXPORT_LIMIT, `export:${own.id}`, now)
  if (!counted.allowed) throw new AppError('too-many-requests', 'too many exports', counted.retryAfterSeconds)
  const queries = exportQueries(own)
  const sections = {} as Record<ExportSection, ExportRow[]>
  for (const section of EXPORT_SECTIONS) {
    const rows = await db.execute<Record<string, unknown>>(queries[section])
    sections[section] = rows.map(plainRow)
  }
  return { format: 1, exportedAt: now.toISOString(), sections }
}

/** Instants as ISO 8601, what is nested as JSON. */
function plainRow(row: Record<string, unknown>): ExportRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (value === null || value === undefined) return [name, null]
      if (value instanceof Date) return [name, value.toISOString()]
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        return [name, value]
      return [name, JSON.stringify(value)]
    }),
  )
}
