import { and, eq } from 'drizzle-orm'
import { inquiry } from '~/db/schema/inquiry'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { InquiryOutcome } from '../shared/enums'
import { isId } from '../shared/ids'

/**
 * Says what came of an inquiry, another thing, or takes it back. Doing it twice changes nothing more.
 * @throws AppError 'forbidden' for who may not answer for a pesantren, 'not-found' for another's.
 */
export async function tellInquiryOutcome(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { inquiryId, outcome }: { inquiryId: string; outcome: InquiryOutcome | null },
): Promise<void> {
  const { organisationId } = requirePesantrenWriter(actor)
  const own = and(eq(inquiry.id, inquiryId), eq(inquiry.organisationId, organisationId))
  const [row] = isId(inquiryId) ? await db.select({ outcome: inquiry.outcome }).from(inquiry).where(own) : []
  if (!row) throw new AppError('not-found')
  if (row.outcome === outcome) return
  await db
    .update(inquiry)
    .set({ outcome, outcomeAt: outcome === null ? null : now })
    .where(own)
}
