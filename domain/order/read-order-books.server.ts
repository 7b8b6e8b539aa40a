import { asc, eq } from 'drizzle-orm'
import { ledgerEntry, ledgerLine } from '~/db/schema/ledger'
import { sampleOrder } from '~/db/schema/sample-order'
import { requireOrganiser } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import type { LedgerAccount, LedgerKind } from '../shared/order-enums'

/** One thing that happened to an order's money. */
export interface BookEntry {
  id: string
  kind: LedgerKind
  at: Date
  /** Debit above zero, credit below. */
  lines: { account: LedgerAccount; amountMinor: number }[]
}

/**
 * All that the books say of one order, in its order: two queries.
 * @throws AppError 'forbidden' for everybody but the organiser; 'not-found' for another hall's.
 */
export async function readOrderBooks(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { orderId }: { orderId: string },
): Promise<BookEntry[]> {
  const { isSample } = requireOrganiser(actor)
  const [order] = isId(orderId)
    ? await db.select({ isSample: sampleOrder.isSample }).from(sampleOrder).where(eq(sampleOrder.id, orderId))
    : []
  if (order?.isSample !== isSample) throw new AppError('not-found')
  const rows = await db
    .select({
      id: ledgerEntry.id,
      kind: ledgerEntry.kind,
      at: ledgerEntry.happenedAt,
      account: ledgerLine.account,
      amountMinor: ledgerLine.amountMinor,
    })
    .from(ledgerLine)
    .innerJoin(ledgerEntry, eq(ledgerEntry.id, ledgerLine.entryId))
    .where(eq(ledgerEntry.orderId, orderId))
    .orderBy(asc(ledgerEntry.happenedAt), asc(ledgerEntry.id), asc(ledgerLine.id))
  const entries = new Map<string, BookEntry>()
  for (const { id, kind, at, account, amountMinor } of rows) {
    const entry = entries.get(id) ?? { id, kind, at, lines: [] }
    entry.lines.push({ account, amountMinor })
    entries.set(id, entry)
  }
  return [...entries.values()]
}
