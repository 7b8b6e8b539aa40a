import { and, eq } from 'drizzle-orm'
import { product } from '~/db/schema/product'
import { inTransaction } from '~/db/transaction.server'
import { isVerified, requirePesantrenWriter } from '../shared/acting'
import type { Context } from '../shared/context'
import type { BoothState } from '../shared/enums'
import { appendBoothEvent, lockBooth, setBoothState } from './booth-event.server'
import { type HandInGap, handInGaps } from './booth-standing'

export type HandInOutcome =
  | { kind: 'done' }
  /** Nothing was written: it lacks this. */
  | { kind: 'incomplete'; gaps: HandInGap[] }
  /** It is handed in already, or published. */
  | { kind: 'changed'; state: BoothState }

/**
 * Asks the organiser to look at a booth that no visitor has seen yet. What is changed meanwhile it sees, too.
 * @throws AppError 'forbidden' for who may not write for a pesantren.
 */
export async function handInBooth(context: Context): Promise<HandInOutcome> {
  const acting = requirePesantrenWriter(context.actor)
  const { organisationId, personId } = acting
  return inTransaction(context.db, async (tx) => {
    const { boothState, story } = await lockBooth(tx, organisationId)
    if (boothState !== 'making' && boothState !== 'asked-back') return { kind: 'changed', state: boothState }
    const readyProducts = await tx.$count(
      product,
      and(eq(product.organisationId, organisationId), eq(product.state, 'published')),
    )
    const gaps = handInGaps({
      isVerified: isVerified(acting),
      hasStory: Object.values(story ?? {}).some((text) => text.trim() !== ''),
      readyProducts,
    })
    if (gaps.length > 0) return { kind: 'incomplete', gaps }
    await setBoothState(tx, context, organisationId, 'handed-in')
    await appendBoothEvent(tx, context, { organisationId, kind: 'handed-in', personId })
    return { kind: 'done' }
  })
}
