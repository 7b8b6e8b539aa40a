import { and, eq } from 'drizzle-orm'
import { revision } from '~/db/schema/revision'
import { inTransaction } from '~/db/transaction.server'
import { isVerified, requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import { changedFields } from '../shared/changed-fields'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import { findOwnProduct } from './own-product.server'
import { type PublishingGap, publishingGaps } from './publishing'
import { fieldsOfRevised, readRevised, revisedProduct } from './revised-product'
import { writeProduct } from './write-product.server'

export interface RestoreProductInput {
  id: string
  /** The version that the reader saw as the newest. */
  version: number
  revisionId: string
}

export type RestoreProductOutcome =
  | { kind: 'restored'; version: number }
  /** It stands so already; nothing was written. */
  | { kind: 'same' }
  /** Somebody saved since; nothing was written. */
  | { kind: 'changed' }
  /** Buyers see it, and as it was then it lacks this; nothing was written. */
  | { kind: 'incomplete'; gaps: PublishingGap[] }

/**
 * Brings back what a product said at one time, as a new version: nothing of what came between is lost. Whether buyers
 * see it stays as it is.
 * @throws AppError 'forbidden' for who may not write for a pesantren; 'not-found' for another's product or revision.
 */
export async function restoreProduct(
  context: Context,
  { id, version, revisionId }: RestoreProductInput,
): Promise<RestoreProductOutcome> {
  const acting = requirePesantrenWriter(context.actor)
  const { organisationId } = acting
  return inTransaction(context.db, async (tx) => {
    const current = await findOwnProduct(tx, organisationId, id, { lock: true })
    if (!current || !isId(revisionId)) throw new AppError('not-found')
    const [wanted] = await tx
      .select({ fields: revision.fields, version: revision.version })
      .from(revision)
      .where(
        and(eq(revision.id, revisionId), eq(revision.subject, 'product'), eq(revision.subjectId, current.id)),
      )
    if (!wanted) throw new AppError('not-found')
    if (current.version !== version) return { kind: 'changed' }
    const { state } = current
    const fields = fieldsOfRevised(readRevised(wanted.fields))
    const isSame =
      changedFields({ ...revisedProduct(current.fields, state) }, { ...revisedProduct(fields, state) })
        .length === 0
    if (isSame) return { kind: 'same' }
    const gaps = state === 'published' ? publishingGaps(fields, isVerified(acting)) : []
    if (gaps.length > 0) return { kind: 'incomplete', gaps }
    const saved = await writeProduct(tx, context, {
      organisationId,
      current,
      fields,
      state,
      action: 'restored',
      restoredVersion: wanted.version,
    })
    return { kind: 'restored', version: saved }
  })
}
