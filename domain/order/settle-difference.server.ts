import { and, eq, inArray } from 'drizzle-orm'
import { reconciliationDifference } from '~/db/schema/ledger'
import { sampleOrder } from '~/db/schema/sample-order'
import { requireOrganiser } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import { typedText } from '../shared/typed-text'
import { differencesOf } from './differences-of.server'

const LONGEST_NOTE = 500

export type SettleDifferenceOutcome = { kind: 'settled' } | { kind: 'note-missing' } | { kind: 'already' }

/**
 * The organiser says that a difference with Stripe has been looked into, and what it was: it stays readable.
 * @throws AppError 'forbidden' for everybody but the organiser; 'not-found' for another hall's.
 */
export async function settleDifference(
  { db, actor, now, cards }: Pick<Context, 'db' | 'actor' | 'now' | 'cards'>,
  { id, note: typed }: { id: string; note: string },
): Promise<SettleDifferenceOutcome> {
  const { personId, isSample } = requireOrganiser(actor)
  const note = typedText(typed).trim().slice(0, LONGEST_NOTE)
  const theirs = db
    .select({ id: reconciliationDifference.id })
    .from(reconciliationDifference)
    .leftJoin(sampleOrder, eq(sampleOrder.id, reconciliationDifference.orderId))
    .where(
      and(
        eq(reconciliationDifference.id, isId(id) ? id : personId),
        differencesOf(isSample, cards?.isTest ?? false),
      ),
    )
  if ((await theirs).length === 0) throw new AppError('not-found')
  if (!note) return { kind: 'note-missing' }
  const settled = await db
    .update(reconciliationDifference)
    .set({ settled: 'by-hand', note, settledAt: now, personId })
    .where(and(inArray(reconciliationDifference.id, theirs), eq(reconciliationDifference.settled, 'no')))
    .returning({ id: reconciliationDifference.id })
  return { kind: settled.length > 0 ? 'settled' : 'already' }
}
