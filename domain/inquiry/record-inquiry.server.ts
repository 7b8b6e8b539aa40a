import { appendOutbox } from '~/db/outbox.server'
import { countAgainstLimit, type RateLimitRule } from '~/db/rate-limit.server'
import { inquiry } from '~/db/schema/inquiry'
import { inTransaction } from '~/db/transaction.server'
import { clientCounters } from '../shared/client-counters'
import type { Context } from '../shared/context'
import { CLIENT_LIMIT, CONTACT_LIMIT } from './contact-limit'
import type { InquiryTarget } from './inquiry-target.server'

export type RecordedInquiry =
  /** `already`: the same id was recorded before. */
  { kind: 'recorded'; already: boolean } | { kind: 'too-many'; retryAfterSeconds: number }

type Written = Omit<
  typeof inquiry.$inferInsert,
  'editionId' | 'organisationId' | 'productId' | 'personId' | 'isSample' | 'createdAt'
>

/** Takes back what the transaction has written. */
class TooMany extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super('too many inquiries')
  }
}

/**
 * Records one inquiry with its event, unless the same id is there or the client has turned too often to this
 * booth or to booths at all (`limits` names the counters). Only new ones are counted: who sends again what
 * was recorded is never told that it was not.
 */
export async function recordInquiry(
  context: Context,
  {
    target,
    written,
    limits,
    clientKey,
  }: {
    target: InquiryTarget
    written: Written
    limits: 'chat' | 'inquiry'
    clientKey: string
  },
): Promise<RecordedInquiry> {
  const { db, actor, now } = context
  const counters: [RateLimitRule, string][] = [
    ...clientCounters(CONTACT_LIMIT, { name: limits, clientKey, at: target.organisationId }),
    ...clientCounters(CLIENT_LIMIT, { name: limits, clientKey }),
  ]
  try {
    return await inTransaction(db, async (tx) => {
      // The primary key tells a second of the same, also one under way at the same time: it waits here.
      const recorded = await tx
        .insert(inquiry)
        .values({
          ...written,
          editionId: target.editionId,
          organisationId: target.organisationId,
          productId: target.product?.id ?? null,
          personId: actor.kind === 'person' ? actor.personId : null,
          isSample: target.isSample,
          createdAt: now,
        })
        .onConflictDoNothing({ target: inquiry.id })
        .returning({ id: inquiry.id })
      if (recorded.length === 0) return { kind: 'recorded', already: true }
      for (const [rule, key] of counters) {
        const limited = await countAgainstLimit(tx, rule, key, now)
        if (!limited.allowed) throw new TooMany(limited.retryAfterSeconds)
      }
      await appendOutbox(tx, context, {
        topic: 'inquiry.received',
        payload: { inquiryId: written.id },
        dedupeKey: `inquiry.received:${written.id}`,
      })
      return { kind: 'recorded', already: false }
    })
  } catch (error) {
    if (error instanceof TooMany) return { kind: 'too-many', retryAfterSeconds: error.retryAfterSeconds }
    throw error
  }
}
