import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { consent } from '~/db/schema/consent'
import { whatsappReceived } from '~/db/schema/message'
import { inTransaction, type Transaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import { queueMessage } from '../shared/queue-message.server'
import type { ReplyResult } from './button-reply'
import type { OpenReply } from './open-reply.server'

const HOUR_MS = 3_600_000
/** From when the person wrote; shorter than WhatsApp's 24 hours: what comes later could only go as a template. */
const WINDOW_MS = 23 * HOUR_MS
const DAY_MS = 24 * HOUR_MS

/** What anybody can have answered, and as often as they write. */
const LIMITED: readonly ReplyResult[] = ['not-yours', 'not-known', 'stopped-unknown', 'nobody-reads']

export interface SettleReply {
  reply: OpenReply
  result: ReplyResult
  /** Where the answer leads, without the language. */
  path: string | null
  meetingId: string | null
}

/**
 * Ends the work on what somebody wrote or tapped: consent taken back or given where that was the word, the
 * result kept, the words erased, an answer queued; in one transaction, and once however often it runs. Nothing
 * is answered when WhatsApp's window is over; that a number is nobody's here, or that nobody reads ours, is said
 * once a day to one sender. Only for the worker.
 */
export async function settleReply(
  context: Pick<Context, 'db' | 'now' | 'newId'>,
  { reply, result, path, meetingId }: SettleReply,
): Promise<void> {
  const { db, now } = context
  const { replier, fromE164 } = reply
  await inTransaction(db, async (tx) => {
    const [row] = await tx
      .select()
      .from(whatsappReceived)
      .where(and(eq(whatsappReceived.id, reply.id), isNull(whatsappReceived.result)))
      .for('update')
    if (!row) return
    if (result === 'stopped' && replier) await withdrawConsent(tx, replier.personId, now)
    if (result === 'started' && replier) await giveConsent(tx, context, reply, replier.personId)
    const to = fromE164
      ? { channel: 'whatsapp' as const, address: fromE164, personId: replier?.personId }
      : replier && { personId: replier.personId }
    const isHeard = to !== null && !(await wasAnswered(tx, row, { result, isStranger: !replier, now }))
    await tx
      .update(whatsappReceived)
      .set({ result: isHeard ? result : 'ignored', content: null })
      .where(eq(whatsappReceived.id, row.id))
    const until = new Date(row.happenedAt.getTime() + WINDOW_MS)
    if (!isHeard || until <= now) return
    await queueMessage(tx, context, {
      template: 'reply-recorded',
      variables: { result, path },
      locale: replier?.locale ?? (/\p{Script=Arabic}/u.test(reply.content ?? '') ? 'ar' : 'id'),
      to,
      organisationId: reply.parties[0]?.organisationId,
      about: meetingId
        ? { kind: 'meeting', id: meetingId }
        : { kind: 'person', id: replier?.personId ?? context.newId() },
      dedupeKey: `reply-recorded:${row.id}`,
      priority: 1,
      expiresAt: until,
      isSample: replier?.isSample ?? false,
    })
  })
}

async function withdrawConsent(tx: Transaction, personId: string, now: Date): Promise<void> {
  await tx
    .update(consent)
    .set({ withdrawnAt: now })
    .where(and(eq(consent.personId, personId), eq(consent.kind, 'whatsapp'), isNull(consent.withdrawnAt)))
}

/** The text that is kept is what the person wrote: nothing else was shown to them. */
async function giveConsent(
  tx: Transaction,
  { now, newId }: Pick<Context, 'now' | 'newId'>,
  reply: OpenReply,
  personId: string,
): Promise<void> {
  const [valid] = await tx
    .select({ id: consent.id })
    .from(consent)
    .where(and(eq(consent.personId, personId), eq(consent.kind, 'whatsapp'), isNull(consent.withdrawnAt)))
  if (valid) return
  await tx.insert(consent).values({
    id: newId(),
    personId,
    kind: 'whatsapp',
    textVersion: 'written-in-whatsapp',
    text: reply.content ?? '',
    locale: reply.replier?.locale ?? 'id',
    grantedAt: now,
  })
}

/**
 * Whether the same sender was told the same in the last day; a stranger, anything at all. Two messages at once
 * are looked at one after the other.
 */
async function wasAnswered(
  tx: Transaction,
  { fromE164, userId }: Pick<typeof whatsappReceived.$inferSelect, 'fromE164' | 'userId'>,
  { result, isStranger, now }: { result: ReplyResult; isStranger: boolean; now: Date },
): Promise<boolean> {
  if (!LIMITED.includes(result)) return false
  const sender = fromE164 ?? userId ?? ''
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`whatsapp:${sender}`}, 0))`)
  const [told] = await tx
    .select({ id: whatsappReceived.id })
    .from(whatsappReceived)
    .where(
      and(
        fromE164 ? eq(whatsappReceived.fromE164, fromE164) : eq(whatsappReceived.userId, sender),
        inArray(whatsappReceived.result, isStranger ? [...LIMITED] : [result]),
        gt(whatsappReceived.happenedAt, new Date(now.getTime() - DAY_MS)),
      ),
    )
    .limit(1)
  return told !== undefined
}
