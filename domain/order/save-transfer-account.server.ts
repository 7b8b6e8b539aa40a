import { eq } from 'drizzle-orm'
import { transferAccount } from '~/db/schema/ledger'
import { inTransaction } from '~/db/transaction.server'
import { requireOrganiser } from '../shared/acting'
import type { Context } from '../shared/context'
import { type AccountProblems, checkAccount, type TypedAccount } from './transfer-account'

export interface SaveTransferAccountInput {
  typed: TypedAccount
  /** The version that the form showed; 0: there was none. */
  seen: number
}

export type SaveTransferAccountOutcome =
  | { kind: 'saved' }
  | { kind: 'same' }
  | { kind: 'refused'; problems: AccountProblems }
  /** Somebody changed it since the form was shown. */
  | { kind: 'changed' }

/**
 * Where buyers transfer to from now on: the sample's organiser says it of the sample, the real one of the real hall.
 * Who was shown the old one before may still pay there.
 * @throws AppError 'forbidden' for everybody but the organiser.
 */
export async function saveTransferAccount(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { typed: values, seen }: SaveTransferAccountInput,
): Promise<SaveTransferAccountOutcome> {
  const { personId, isSample } = requireOrganiser(actor)
  const { typed, problems } = checkAccount(values)
  if (Object.keys(problems).length > 0) return { kind: 'refused', problems }
  return inTransaction(db, async (tx): Promise<SaveTransferAccountOutcome> => {
    const row = { ...typed, isSample, version: 1, personId, updatedAt: now }
    const [old] = await tx
      .select()
      .from(transferAccount)
      .where(eq(transferAccount.isSample, isSample))
      .for('update')
    if (!old) {
      const made = await tx.insert(transferAccount).values(row).onConflictDoNothing().returning()
      return { kind: made.length > 0 ? 'saved' : 'changed' }
    }
    if (old.bank === typed.bank && old.number === typed.number && old.holder === typed.holder)
      return { kind: 'same' }
    if (old.version !== seen) return { kind: 'changed' }
    await tx
      .update(transferAccount)
      .set({ ...row, version: old.version + 1 })
      .where(eq(transferAccount.isSample, isSample))
    return { kind: 'saved' }
  })
}
