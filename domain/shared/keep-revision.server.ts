import { and, eq } from 'drizzle-orm'
import { revision } from '~/db/schema/revision'
import type { Transaction } from '~/db/transaction.server'
import { changedFields } from './changed-fields'
import type { Context } from './context'
import type { RevisionAction } from './enums'

interface KeptRevision {
  organisationId: string
  subject: 'booth' | 'product'
  /** The organisation of a booth, the product of a product. */
  subjectId: string
  action: Exclude<RevisionAction, 'before'>
  /** How it stood until now; null: it is new. */
  before: { version: number; fields: object } | null
  /** How it stands from now on. Never a phone number: history outlives the wish to be forgotten. */
  after: { version: number; fields: object }
  /** The version that was brought back; only with 'restored'. */
  restoredVersion?: number
}

/**
 * Writes down who changed what, in the transaction of the change; the caller holds the subject's row. Where history
 * has not begun yet, what stood until now goes before it, so that the first change can be taken back too.
 * A change that changed nothing is not written, unless something was brought back by it.
 */
export async function keepRevision(
  tx: Transaction,
  { actor, now, newId }: Pick<Context, 'actor' | 'now' | 'newId'>,
  { organisationId, subject, subjectId, action, before, after, restoredVersion }: KeptRevision,
): Promise<void> {
  const changed = before ? changedFields({ ...before.fields }, { ...after.fields }) : []
  if (before && changed.length === 0 && action !== 'restored') return
  const row = { organisationId, subject, subjectId }
  if (before) {
    const [earlier] = await tx
      .select({ id: revision.id })
      .from(revision)
      .where(and(eq(revision.subject, subject), eq(revision.subjectId, subjectId)))
      .limit(1)
    if (!earlier) {
      // A moment earlier: it was there when this one came.
      const createdAt = new Date(now.getTime() - 1)
      const { version, fields } = before
      await tx
        .insert(revision)
        .values({ ...row, id: newId(), version, action: 'before', fields: { ...fields }, createdAt })
    }
  }
  await tx.insert(revision).values({
    ...row,
    id: newId(),
    version: after.version,
    action,
    personId: actor.kind === 'person' ? actor.personId : null,
    fields: { ...after.fields },
    changed,
    restoredVersion: restoredVersion ?? null,
    createdAt: now,
  })
}
