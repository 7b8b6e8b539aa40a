import { eq } from 'drizzle-orm'
import { account } from '~/db/schema/account'
import { person } from '~/db/schema/person'
import { session } from '~/db/schema/session'
import type { Transaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { recordConsents } from './give-consents.server'
import type { CodeRow } from './one-time-code.server'
import { whoseAddress } from './whose-address.server'

/**
 * The person of an address that was just proven, made where it is nobody's yet; and what was agreed to with
 * the code. In the transaction of the proof.
 */
export async function provenPerson(
  tx: Transaction,
  { now, newId }: Pick<Context, 'now' | 'newId'>,
  row: CodeRow,
): Promise<{ id: string; isNew: boolean }> {
  const { channel, address, locale, consents, isSample } = row
  const own =
    channel === 'mail' ? { email: address, emailVerified: true } : { phoneE164: address, phoneVerified: true }
  const [made] = await tx
    .insert(person)
    .values({
      id: newId(),
      name: '',
      ...own,
      preferredChannel: channel,
      locale,
      isSample,
      createdAt: now,
      updatedAt: now,
    })
    // Somebody's already, or made at the same time by another code.
    .onConflictDoNothing()
    .returning({ id: person.id })
  const known = made ? null : await whoseAddress(tx, { channel, address })
  const id = made?.id ?? known?.id
  // Taken from its owner between the two statements.
  if (!id) throw new AppError('conflict')
  if (known && !known.isProven) {
    // Whoever wrote the address down here didn't show that it was theirs: their ways in end.
    await tx.delete(session).where(eq(session.personId, id))
    await tx.delete(account).where(eq(account.personId, id))
    await tx
      .update(person)
      .set({ ...own, updatedAt: now })
      .where(eq(person.id, id))
  }
  await recordConsents(tx, { personId: id, locale, consents, now, newId })
  return { id, isNew: Boolean(made) }
}
