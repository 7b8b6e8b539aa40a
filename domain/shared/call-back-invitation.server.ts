import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { invitation } from '~/db/schema/invitation'
import { message } from '~/db/schema/message'
import type { Transaction } from '~/db/transaction.server'
import type { Context } from './context'

/** Why a link is worth nothing any more. */
export type CallBackReason =
  | 'superseded'
  | 'revoked'
  | 'accepted'
  | 'expired'
  /** Its organisation has closed, or has become another. */
  | 'closed'
  | 'merged'
  /** Who invited doesn't look after the team any more. */
  | 'inviter-left'

/**
 * Calls back the messages of invitations whose links are worth nothing any more: those that wait don't go,
 * and no link stays readable. One that is just going is erased by who sends it.
 */
export async function callBackInvitations(
  tx: Transaction,
  { now }: Pick<Context, 'now'>,
  { ids, why }: { ids: readonly string[]; why: CallBackReason },
): Promise<void> {
  if (ids.length === 0) return
  const ofThem = and(eq(message.aboutKind, 'invitation'), inArray(message.aboutId, [...ids]))
  await tx
    .update(message)
    .set({ state: 'void', failure: why, settledAt: now, updatedAt: now })
    .where(and(ofThem, inArray(message.state, ['waiting', 'kept', 'demonstration', 'dead'])))
  await tx
    .update(message)
    .set({ variables: sql`${message.variables} - 'token'`, address: null })
    .where(and(ofThem, sql`${message.state} not in ('sending', 'unknown')`))
}

/** Ends the invitations that nobody has accepted yet, of those that `which` names, with their messages. */
export async function revokeOpenInvitations(
  tx: Transaction,
  context: Pick<Context, 'now'>,
  { which, why }: { which: SQL | undefined; why: CallBackReason },
): Promise<void> {
  const revoked = await tx
    .update(invitation)
    .set({ revokedAt: context.now, address: null })
    .where(and(which, isNull(invitation.acceptedAt), isNull(invitation.revokedAt)))
    .returning({ id: invitation.id })
  await callBackInvitations(tx, context, { ids: revoked.map(({ id }) => id), why })
}
