import { and, desc, eq } from 'drizzle-orm'
import { person } from '~/db/schema/person'
import { revision } from '~/db/schema/revision'
import type { Context } from './context'
import type { RevisionAction } from './enums'

const PAGE_SIZE = 20

/** What somebody did to a booth or a product; `Fields` is how it is read from what was kept. */
export interface Revision<Fields> {
  id: string
  at: Date
  /** null: the account is gone, or it was the house itself. */
  by: string | null
  action: RevisionAction
  version: number
  restoredVersion: number | null
  /** How it stood then, and until then; null: it was the first that history knows. */
  after: Fields
  before: Fields | null
}

/** One page of the history of a subject that the reader may see, the newest first. One query. */
export async function listRevisions<Fields>(
  db: Context['db'],
  {
    subject,
    subjectId,
    page: wanted,
    read,
  }: {
    subject: 'booth' | 'product'
    subjectId: string
    page: number
    /** What was kept, as today's code knows it. */
    read: (fields: Readonly<Record<string, unknown>>) => Fields
  },
): Promise<{ rows: Revision<Fields>[]; page: number; isLast: boolean }> {
  const page = Math.max(1, Math.trunc(wanted) || 1)
  // One more, which the last of the page is held against.
  const found = await db
    .select({
      id: revision.id,
      at: revision.createdAt,
      by: person.name,
      action: revision.action,
      version: revision.version,
      restoredVersion: revision.restoredVersion,
      fields: revision.fields,
    })
    .from(revision)
    .leftJoin(person, eq(person.id, revision.personId))
    .where(and(eq(revision.subject, subject), eq(revision.subjectId, subjectId)))
    .orderBy(desc(revision.createdAt), desc(revision.id))
    .limit(PAGE_SIZE + 1)
    .offset((page - 1) * PAGE_SIZE)
  const rows = found.slice(0, PAGE_SIZE).map(({ fields, by, ...row }, place) => {
    const earlier = found[place + 1]
    return { ...row, by: by || null, after: read(fields), before: earlier ? read(earlier.fields) : null }
  })
  return { rows, page, isLast: found.length <= PAGE_SIZE }
}
