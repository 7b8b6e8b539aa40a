import { and, eq } from 'drizzle-orm'
import { inquiry } from '~/db/schema/inquiry'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { InquiryState } from '../shared/enums'
import { isId } from '../shared/ids'

/**
 * Marks an inquiry as answered, closed, or new again. Doing it twice changes nothing more.
 * @throws AppError 'forbidden' for who may not answer for a pesantren, 'not-found' for another's.
 */
export async function changeInquiryState(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { inquiryId, to }: { inquiryId: string; to: InquiryState },
): Promise<void> {
  const { organisationId } = requirePesantrenWriter(actor)
  const own = and(eq(inquiry.id, inquiryId), eq(inquiry.organisationId, organisationId))
  const [row] = isId(inquiryId)
    ? await db.select({ state: inquiry.state, answeredAt: inquiry.answeredAt }).from(inquiry).where(own)
    : []
  if (!row) throw new AppError('not-found')
  if (row.state === to) return
  const answeredAt = to === 'new' ? null : to === 'answered' ? now : row.answeredAt
  await db.update(inquiry).set({ state: to, answeredAt }).where(own)
}
