import { ledgerEntry, ledgerLine } from '~/db/schema/ledger'
import type { Transaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import type { LedgerAccount, LedgerKind } from '../shared/order-enums'

/** Debit above zero, credit below. */
export interface LedgerPosting {
  account: LedgerAccount
  /** Of account 'pesantren' alone: whose. */
  organisationId?: string | null
  amountMinor: number
}

export interface EntryToPost {
  /** What it is of, once: 'charge:ch_…', 'refund:…', 'pay-out:…'. */
  key: string
  kind: LedgerKind
  orderId?: string | null
  paymentId?: string | null
  /** On whose statement it stands; null: on the programme's alone. */
  organisationId?: string | null
  happenedAt: Date
  isSample: boolean
  lines: readonly [LedgerPosting, LedgerPosting, ...LedgerPosting[]]
}

/**
 * The one way into the books. Posting the same key twice is nothing; answers whether it was posted now.
 * @throws RangeError when its lines don't make zero, or aren't whole minor units: Postgres would refuse it later.
 */
export async function postEntry(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  entry: EntryToPost,
): Promise<boolean> {
  const sum = entry.lines.reduce((total, { amountMinor }) => total + amountMinor, 0)
  if (sum !== 0 || !entry.lines.every(({ amountMinor }) => Number.isSafeInteger(amountMinor))) {
    throw new RangeError(`entry '${entry.kind}' doesn't balance`)
  }
  const id = context.newId()
  const posted = await tx
    .insert(ledgerEntry)
    .values({
      id,
      key: entry.key,
      kind: entry.kind,
      orderId: entry.orderId ?? null,
      paymentId: entry.paymentId ?? null,
      organisationId: entry.organisationId ?? null,
      happenedAt: entry.happenedAt,
      isSample: entry.isSample,
      createdAt: context.now,
    })
    .onConflictDoNothing({ target: ledgerEntry.key })
    .returning({ id: ledgerEntry.id })
  if (posted.length === 0) return false
  await tx.insert(ledgerLine).values(
    entry.lines.map(({ account, organisationId, amountMinor }) => ({
      entryId: id,
      account,
      organisationId: organisationId ?? null,
      amountMinor,
    })),
  )
  return true
}
