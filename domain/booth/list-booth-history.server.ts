import { inArray } from 'drizzle-orm'
import { district, regency } from '~/db/schema/region'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { listRevisions, type Revision } from '../shared/list-revisions.server'
import type { BoothFields } from './booth-fields'
import { findOwnBooth } from './own-booth.server'
import { readRevisedBooth } from './revised-booth'

export type BoothRevision = Revision<BoothFields>

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
  { page }: { page: number },
): Promise<BoothHistory> {
  const { organisationId } = requirePesantrenWriter(actor)
  const booth = await findOwnBooth(db, organisationId)
  if (!booth) throw new AppError('not-found')
  const listed = await listRevisions(db, {
    subject: 'booth',
    subjectId: organisationId,
    page,
    read: readRevisedBooth,
  })
  const codes = [
    ...new Set(
      listed.rows
        .flatMap(({ after, before }) => [after, before])
        .flatMap((fields) => [fields?.regencyCode ?? '', fields?.districtCode ?? '']),
    ),
  ]
  const [regencies, districts] = await Promise.all([
    db.select({ code: regency.code, name: regency.name }).from(regency).where(inArray(regency.code, codes)),
    db
      .select({ code: district.code, name: district.name })
      .from(district)
      .where(inArray(district.code, codes)),
  ])
  return {
    version: booth.version,
    places: Object.fromEntries([...regencies, ...districts].map(({ code, name }) => [code, name])),
    ...listed,
  }
}
