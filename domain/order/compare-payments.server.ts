import { and, eq, notInArray } from 'drizzle-orm'
import { reconciliation, reconciliationDifference } from '~/db/schema/ledger'
import {
  type PaymentProvider,
  PaymentServiceError,
  type PaymentTruth,
} from '~/integrations/stripe/card-payments'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import { type PaymentDifference, paymentDifferences } from './payment-differences'
import { type Booked, readBooked, readBookedBetween } from './read-booked.server'
import { takeTruth } from './take-truth.server'

const DAY_MS = 24 * 60 * 60_000
/** How far back sessions are compared; of what is older only what is still under way. */
const SPAN_DAYS = 45

/**
 * Compares our payments with the service's, both ways. What differs is asked for once more and taken over; that it
 * differed is kept, and what still differs stays open until somebody has settled it. A service that doesn't answer
 * ends the comparison, which says so.
 * @throws AppError 'forbidden' unless the system asks.
 */
export async function comparePayments(context: Context, { upTo }: { upTo: string }): Promise<void> {
  const { db, actor, cards, now, newId } = context
  if (actor.kind !== 'system') throw new AppError('forbidden')
  if (!cards) return
  const to = new Date(upTo)
  const from = new Date(to.getTime() - SPAN_DAYS * DAY_MS)
  const id = newId()
  await db.insert(reconciliation).values({ id, fromAt: from, toAt: to, startedAt: now })
  const compared = { id, checked: 0 }
  let failure: string | null = null
  try {
    const seen = new Set<string>()
    for await (const truth of cards.list({ from, to })) {
      // The account may take money for other things too.
      if (truth.paymentId === null) continue
      seen.add(truth.paymentId)
      const ours = isId(truth.paymentId) ? await readBooked(db, truth.paymentId) : null
      await compare(context, cards, compared, ours, truth)
    }
    const mode = cards.isTest ? 'test' : 'live'
    for (const ours of await readBookedBetween(db, { from, to, mode })) {
      if (seen.has(ours.paymentId) || !ours.sessionId) continue
      await compare(context, cards, compared, ours, await cards.truth({ sessionId: ours.sessionId }))
    }
  } catch (error) {
    if (!(error instanceof PaymentServiceError)) throw error
    failure = error.code ? `${error.trouble} (${error.code})` : error.trouble
  }
  await db
    .update(reconciliation)
    .set({ endedAt: new Date(), checked: compared.checked, failure })
    .where(eq(reconciliation.id, id))
}

async function compare(
  context: Context,
  cards: PaymentProvider,
  compared: { id: string; checked: number },
  ours: Booked | null,
  theirs: PaymentTruth | null,
): Promise<void> {
  compared.checked += 1
  const found = paymentDifferences(ours, theirs)
  const hasEnded = ours?.isWaiting && theirs && theirs.state !== 'open'
  let left = found
  if (theirs && (found.length > 0 || hasEnded)) {
    // What the list said may be older than what we heard since, or say less.
    const fresh = (await cards.truth({ sessionId: theirs.sessionId })) ?? theirs
    await takeTruth(context, cards, fresh)
    left = paymentDifferences(ours ? await readBooked(context.db, ours.paymentId) : null, fresh)
  }
  const stripeId = theirs?.charge?.chargeId ?? theirs?.sessionId ?? ours?.sessionId
  if (stripeId) await keep(context, compared.id, { ours, stripeId, found, left })
}

async function keep(
  { db, now, newId }: Context,
  reconciliationId: string,
  told: {
    ours: Booked | null
    stripeId: string
    found: readonly PaymentDifference[]
    left: readonly PaymentDifference[]
  },
): Promise<void> {
  const { ours, stripeId, found, left } = told
  const kinds = left.map(({ kind }) => kind)
  // What an earlier comparison found, and is so no more.
  await db
    .update(reconciliationDifference)
    .set({ settled: 'taken-over', settledAt: now })
    .where(
      and(
        eq(reconciliationDifference.stripeId, stripeId),
        eq(reconciliationDifference.settled, 'no'),
        kinds.length > 0 ? notInArray(reconciliationDifference.kind, kinds) : undefined,
      ),
    )
  const mended = found.filter(({ kind }) => !kinds.includes(kind))
  const rows = [
    ...left.map((each) => ({ ...each, settled: 'no' as const })),
    ...mended.map((each) => ({ ...each, settled: 'taken-over' as const, settledAt: now })),
  ]
  if (rows.length === 0) return
  await db
    .insert(reconciliationDifference)
    .values(
      rows.map((each) => ({
        ...each,
        id: newId(),
        reconciliationId,
        stripeId,
        paymentId: ours?.paymentId ?? null,
        orderId: ours?.orderId ?? null,
        createdAt: now,
      })),
    )
    // Known, and open since.
    .onConflictDoNothing()
}
