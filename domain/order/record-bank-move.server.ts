import { and, eq, sql } from 'drizzle-orm'
import { ledgerEntry, ledgerLine } from '~/db/schema/ledger'
import { inTransaction } from '~/db/transaction.server'
import { requireOrganiser } from '../shared/acting'
import type { Context } from '../shared/context'
import { isIsoDay } from '../shared/iso-day'
import { typedLine } from '../shared/typed-text'
import { hallDay } from './hall-day'
import { postEntry } from './post-entry.server'

const LONGEST_REFERENCE = 120

export type BankMoveProblem = 'not-an-amount' | 'more-than-there' | 'reference-missing' | 'day-wrong'

export type BankMoveRecorded =
  | { kind: 'recorded' | 'already' }
  | {
      kind: 'refused'
      problems: Partial<Record<'amount' | 'reference' | 'day', BankMoveProblem>>
      thereMinor: number
    }

/**
 * Stripe has sent money to the programme's bank account: told by the organiser, once for each of Stripe's pay-outs.
 * Never more than the books say lies there.
 * @throws AppError 'forbidden' for everybody but the organiser.
 */
export async function recordBankMove(
  context: Pick<Context, 'db' | 'actor' | 'now' | 'newId'>,
  input: { amountMinor: number | null; reference: string; day: string },
): Promise<BankMoveRecorded> {
  const { db, actor, now } = context
  const { isSample } = requireOrganiser(actor)
  const reference = typedLine(input.reference).trim().slice(0, LONGEST_REFERENCE)
  return inTransaction(db, async (tx): Promise<BankMoveRecorded> => {
    // One at a time: two at once would both find the same money there.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('opop:bank-move'))`)
    const key = `bank-move:${isSample ? 'sample:' : ''}${reference}`
    const [earlier] = await tx
      .select({ id: ledgerEntry.id })
      .from(ledgerEntry)
      .where(eq(ledgerEntry.key, key))
    if (reference && earlier) return { kind: 'already' }
    const [there] = await tx
      .select({ minor: sql<string>`coalesce(sum(${ledgerLine.amountMinor}), 0)` })
      .from(ledgerLine)
      .innerJoin(ledgerEntry, eq(ledgerEntry.id, ledgerLine.entryId))
      .where(and(eq(ledgerLine.account, 'stripe'), eq(ledgerEntry.isSample, isSample)))
    const thereMinor = Math.max(0, Number(there?.minor ?? 0))
    const { amountMinor, day } = input
    const problems: Extract<BankMoveRecorded, { kind: 'refused' }>['problems'] = {}
    if (amountMinor === null || amountMinor <= 0) problems.amount = 'not-an-amount'
    else if (amountMinor > thereMinor) problems.amount = 'more-than-there'
    if (!reference) problems.reference = 'reference-missing'
    if (!isIsoDay(day) || day > hallDay(now)) problems.day = 'day-wrong'
    if (amountMinor === null || Object.keys(problems).length > 0)
      return { kind: 'refused', problems, thereMinor }
    await postEntry(tx, context, {
      key,
      kind: 'bank-move',
      // Noon where the hall is, of that day.
      happenedAt: new Date(`${day}T05:00:00Z`),
      isSample,
      lines: [
        { account: 'bank', amountMinor },
        { account: 'stripe', amountMinor: -amountMinor },
      ],
    })
    return { kind: 'recorded' }
  })
}
