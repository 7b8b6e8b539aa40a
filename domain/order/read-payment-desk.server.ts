import { and, asc, desc, eq, sql } from 'drizzle-orm'
import {
  ledgerEntry,
  ledgerLine,
  reconciliation,
  reconciliationDifference,
  transferAccount,
} from '~/db/schema/ledger'
import { person } from '~/db/schema/person'
import { sampleOrder } from '~/db/schema/sample-order'
import { requireOrganiser } from '../shared/acting'
import type { Context } from '../shared/context'
import { differencesOf } from './differences-of.server'
import type { PaymentDesk } from './payment-desk'

const MOST_DIFFERENCES = 100

/**
 * How payments stand: where transfers go, whether cards can be paid with, the last comparison with Stripe, and what
 * the accounts hold. Five queries.
 * @throws AppError 'forbidden' for everybody but the organiser.
 */
export async function readPaymentDesk({
  db,
  actor,
  cards,
}: Pick<Context, 'db' | 'actor' | 'cards'>): Promise<PaymentDesk> {
  const { isSample } = requireOrganiser(actor)
  const open = and(
    eq(reconciliationDifference.settled, 'no'),
    differencesOf(isSample, cards?.isTest ?? false),
  )
  const [[account], sums, [comparison], differences, [counted]] = await Promise.all([
    db
      .select({
        bank: transferAccount.bank,
        number: transferAccount.number,
        holder: transferAccount.holder,
        version: transferAccount.version,
        by: person.name,
        updatedAt: transferAccount.updatedAt,
      })
      .from(transferAccount)
      .leftJoin(person, eq(person.id, transferAccount.personId))
      .where(eq(transferAccount.isSample, isSample)),
    db
      .select({ account: ledgerLine.account, minor: sql<string>`sum(${ledgerLine.amountMinor})` })
      .from(ledgerLine)
      .innerJoin(ledgerEntry, eq(ledgerEntry.id, ledgerLine.entryId))
      .where(eq(ledgerEntry.isSample, isSample))
      .groupBy(ledgerLine.account),
    db.select().from(reconciliation).orderBy(desc(reconciliation.startedAt)).limit(1),
    db
      .select({
        id: reconciliationDifference.id,
        kind: reconciliationDifference.kind,
        stripeId: reconciliationDifference.stripeId,
        orderId: reconciliationDifference.orderId,
        orderNumber: sampleOrder.number,
        oursMinor: reconciliationDifference.oursMinor,
        theirsMinor: reconciliationDifference.theirsMinor,
        createdAt: reconciliationDifference.createdAt,
      })
      .from(reconciliationDifference)
      .leftJoin(sampleOrder, eq(sampleOrder.id, reconciliationDifference.orderId))
      .where(open)
      .orderBy(asc(reconciliationDifference.createdAt), asc(reconciliationDifference.id))
      .limit(MOST_DIFFERENCES),
    db
      .select({ count: sql<number>`count(*)::int` })
      .from(reconciliationDifference)
      .leftJoin(sampleOrder, eq(sampleOrder.id, reconciliationDifference.orderId))
      .where(open),
  ])
  const balances = { stripe: 0, bank: 0, pesantren: 0, fees: 0, losses: 0 }
  for (const { account: name, minor } of sums) balances[name] = Number(minor)
  return {
    isSample,
    account: account ?? null,
    cards: !cards ? 'none' : cards.isTest ? 'test' : 'live',
    balances,
    comparison: comparison
      ? {
          startedAt: comparison.startedAt,
          endedAt: comparison.endedAt,
          fromAt: comparison.fromAt,
          toAt: comparison.toAt,
          checked: comparison.checked,
          failure: comparison.failure,
        }
      : null,
    differences,
    differenceCount: counted?.count ?? 0,
  }
}
