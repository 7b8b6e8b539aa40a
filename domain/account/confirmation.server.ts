import { randomBytes } from 'node:crypto'
import { and, eq, gt, isNotNull } from 'drizzle-orm'
import { account } from '~/db/schema/account'
import { oneTimeCode } from '~/db/schema/one-time-code'
import type { Transaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import type { Address } from './address'
import type { OwnPerson } from './own-person.server'

/** So long somebody who has shown that it is them may change their addresses. */
export const CONFIRMED_MINUTES = 15

type Reader = Pick<Transaction, 'select'>

/** What somebody can show that it is them by: a session alone may be anybody at a phone that lies open. */
export interface ConfirmationWays {
  hasPassword: boolean
  /** A proven address; the one that is preferred where there are both. */
  address: Address | null
}

/** The ways of one's own. One query. */
export async function confirmationWays(db: Reader, own: OwnPerson): Promise<ConfirmationWays> {
  const passwords = await db
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.personId, own.id), eq(account.providerId, 'credential')))
  return { hasPassword: passwords.length > 0, address: ownAddress(own) }
}

/** Whether somebody has shown lately that it is them; who has nothing to show it by needn't. */
export async function isConfirmed(
  db: Reader,
  { now }: Pick<Context, 'now'>,
  own: OwnPerson,
  confirmation: string | null,
): Promise<boolean> {
  if (confirmation) {
    const since = new Date(now.getTime() - CONFIRMED_MINUTES * 60_000)
    const [row] = await db
      .select({ id: oneTimeCode.id })
      .from(oneTimeCode)
      .where(
        and(
          eq(oneTimeCode.id, confirmation),
          eq(oneTimeCode.purpose, 'confirm'),
          eq(oneTimeCode.personId, own.id),
          isNotNull(oneTimeCode.usedAt),
          gt(oneTimeCode.usedAt, since),
        ),
      )
    if (row) return true
  }
  const { hasPassword, address } = await confirmationWays(db, own)
  return !hasPassword && !address
}

/** A change has been made with it: the next one needs another. */
export async function spendConfirmation(
  db: Pick<Transaction, 'delete'>,
  own: OwnPerson,
  confirmation: string | null,
): Promise<void> {
  if (!confirmation) return
  await db
    .delete(oneTimeCode)
    .where(
      and(
        eq(oneTimeCode.id, confirmation),
        eq(oneTimeCode.purpose, 'confirm'),
        eq(oneTimeCode.personId, own.id),
      ),
    )
}

/** A confirmation as what a code is for beside (`one_time_code.subject_id`): the same 128 bits. */
export function confirmationSubject(confirmation: string | null): string | null {
  const hex = Buffer.from(confirmation ?? '', 'base64url').toString('hex')
  return hex.length === 32 ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') : null
}

/** The confirmation that a code to a new address was asked with. */
export function confirmationOf({ subjectId }: { subjectId: string | null }): string | null {
  return subjectId && Buffer.from(subjectId.replaceAll('-', ''), 'hex').toString('base64url')
}

/** Writes down that somebody has given their password: what a right code leaves by itself. */
export async function recordConfirmation(
  db: Pick<Transaction, 'insert'>,
  { now }: Pick<Context, 'now'>,
  own: OwnPerson,
  locale: Locale,
): Promise<string> {
  const id = randomBytes(16).toString('base64url')
  await db.insert(oneTimeCode).values({
    id,
    purpose: 'confirm',
    ...(ownAddress(own) ?? { channel: 'mail' as const, address: '' }),
    // Of no code: nothing is right for it.
    codeHash: '',
    personId: own.id,
    locale,
    expiresAt: now,
    usedAt: now,
    isSample: own.isSample,
    createdAt: now,
  })
  return id
}

/** A proven address; the one that is preferred where there are both. */
export function ownAddress(own: OwnPerson): Address | null {
  const whatsapp = own.phoneVerified && own.phoneE164 ? own.phoneE164 : null
  const mail = own.emailVerified && own.email ? own.email.toLowerCase() : null
  if (whatsapp && (own.preferredChannel === 'whatsapp' || !mail))
    return { channel: 'whatsapp', address: whatsapp }
  return mail ? { channel: 'mail', address: mail } : null
}
