import { and, eq, sql } from 'drizzle-orm'
import { need } from '~/db/schema/need'
import { requireWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import type { Locale } from '../shared/locale'
import type { NeedFields, NeedProblems } from './need.schema'
import { findNeedSubject } from './need-about.server'
import { queryNeed } from './need-row.server'
import type { NeedView } from './need-view'

export interface EditNeedInput {
  needId: string
  /** The version that the form was filled with. */
  version: number
  fields: NeedFields
  /** False: it is no longer about the booth and the product that it was stated for. */
  keepAbout: boolean
  /** True: also where it was closed; it is open afterwards. */
  reopen: boolean
  /** The language of the page: that of the words, where they have changed. */
  locale: Locale
}

export type EditNeedOutcome =
  | { kind: 'saved' }
  /** Somebody else changed or closed it meanwhile; nothing is written. */
  | { kind: 'changed'; theirs: NeedView }
  | { kind: 'invalid'; problems: NeedProblems }

/**
 * Changes an open need of one's organisation, or opens a closed one with the change.
 * @throws AppError 'forbidden' for those who change no needs, 'not-found' also for somebody else's.
 */
export async function editNeed(context: Context, input: EditNeedInput): Promise<EditNeedOutcome> {
  const { db, actor, now } = context
  const { organisationId } = requireWriter(actor)
  const { needId, version, fields } = input
  if (!isId(needId)) throw new AppError('not-found')
  if (fields.destinationRegency !== null) {
    const subject = await findNeedSubject(context, {
      organisationId,
      boothSlug: null,
      productSlug: null,
      regencyCode: fields.destinationRegency,
    })
    if (!subject?.hasRegency) {
      return { kind: 'invalid', problems: { destinationRegency: 'regency-unknown' } }
    }
  }
  // One statement: who comes second finds another version, however close they are.
  const saved = await db
    .update(need)
    .set({
      ...fields,
      locale: sql`case when ${need.productWords} = ${fields.productWords} then ${need.locale} else ${input.locale} end`,
      ...(input.reopen ? { state: 'open' as const, closedAt: null } : {}),
      ...(input.keepAbout ? {} : { aboutOrganisationId: null, aboutProductId: null }),
      version: version + 1,
      updatedAt: now,
    })
    .where(
      and(
        eq(need.id, needId),
        eq(need.organisationId, organisationId),
        eq(need.version, version),
        input.reopen ? undefined : eq(need.state, 'open'),
      ),
    )
    .returning({ id: need.id })
  if (saved.length > 0) return { kind: 'saved' }
  const theirs = await queryNeed(context, needId)
  if (!theirs) throw new AppError('not-found')
  return { kind: 'changed', theirs }
}
