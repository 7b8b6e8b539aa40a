import { and, desc, eq, inArray } from 'drizzle-orm'
import { person } from '~/db/schema/person'
import { district, regency } from '~/db/schema/region'
import { revision } from '~/db/schema/revision'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { RevisionAction } from '../shared/enums'
import type { BoothFields } from './booth-fields'
import { findOwnBooth } from './own-booth.server'
import { readRevisedBooth } from './revised-booth'

const PAGE_SIZE = 20

export interface BoothRevision {
  id: string
  at: Date
  /** null: the account is gone, or it was the house itself. */
  by: string | null
  action: RevisionAction
  version: number
  restoredVersion: number | null
  /** How it stood then, and until then; null: it was the first that history knows. */
  after: BoothFields
  before: BoothFields | null
}

export interface BoothHistory {
  version: number
  rows: BoothRevision[]
  /** Names of the regencies and districts that are spoken of. */
  places: Record<string, string>
  page: number
  isLast: boolean
}

/**
 * What became of a booth and by whom, the newest first. Four queries.
 * @throws AppError 'forbidden' for who may not write for a pesantren.
 */
export async function listBoothHistory(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { page: wanted }: { page: number },
): Promise<BoothHistory> {
  const { organisationId } = requirePesantrenWriter(actor)
  const booth = await findOwnBooth(db, organisationId)
  if (!booth) throw new AppError('not-found')
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
    .where(and(eq(revision.subject, 'booth'), eq(revision.subjectId, organisationId)))
    .orderBy(desc(revision.createdAt), desc(revision.id))
    .limit(PAGE_SIZE + 1)
    .offset((page - 1) * PAGE_SIZE)
  const read = found.map(({ fields, by, ...row }) => ({
    ...row,
    by: by || null,
    after: readRevisedBooth(fields),
  }))
  const codes = [...new Set(read.flatMap(({ after }) => [after.regencyCode ?? '', after.districtCode ?? '']))]
  const [regencies, districts] = await Promise.all([
    db.select({ code: regency.code, name: regency.name }).from(regency).where(inArray(regency.code, codes)),
    db
      .select({ code: district.code, name: district.name })
      .from(district)
      .where(inArray(district.code, codes)),
  ])
  return {
    version: booth.version,
    page,
    isLast: found.length <= PAGE_SIZE,
    places: Object.fromEntries([...regencies, ...districts].map(({ code, name }) => [code, name])),
    rows: read.slice(0, PAGE_SIZE).map((row, place) => ({ ...row, before: read[place + 1]?.after ?? null })),
  }
}
