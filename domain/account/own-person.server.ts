import { and, eq, isNull } from 'drizzle-orm'
import { person } from '~/db/schema/person'
import type { Transaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isSharedAccount } from '../shared/shared-account.server'

export type OwnPerson = typeof person.$inferSelect & {
  /** One of the sample's accounts whose password the sign-in page tells: what one changes, all would find changed. */
  isShared: boolean
}

/**
 * The row of who asks.
 * @throws AppError 'forbidden' for visitors, the system, and who was deleted since the request began.
 */
export async function ownPerson(
  db: Context['db'] | Transaction,
  actor: Context['actor'],
  { lock = false } = {},
): Promise<OwnPerson> {
  if (actor.kind !== 'person') throw new AppError('forbidden')
  const query = db
    .select()
    .from(person)
    .where(and(eq(person.id, actor.personId), isNull(person.deletedAt)))
  const [row] = await (lock ? query.for('no key update') : query)
  if (!row) throw new AppError('forbidden')
  return { ...row, isShared: isSharedAccount(row) }
}

/** The same, to change it. @throws AppError 'forbidden' also for an account that everybody shares. */
export async function ownPersonToChange(tx: Transaction, actor: Context['actor']): Promise<OwnPerson> {
  const row = await ownPerson(tx, actor, { lock: true })
  if (row.isShared) throw new AppError('forbidden', 'an account that everybody shares')
  return row
}
