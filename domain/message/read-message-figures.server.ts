import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { message, messageAttempt } from '~/db/schema/message'
import { requireOrganiser } from '../shared/acting'
import type { Context } from '../shared/context'
import { HALL_ZONE } from '../shared/hall-zone'
import { CHANNELS, type Channel } from '../shared/message-enums'
import type { MessageFigures } from './message-view'

/**
 * How messages stand as a whole, and what last came of each service: of sample data nothing ever leaves.
 * @throws AppError 'forbidden' for everybody but the organiser.
 */
export async function readMessageFigures({
  db,
  actor,
  now,
}: Pick<Context, 'db' | 'actor' | 'now'>): Promise<MessageFigures> {
  const { isSample } = requireOrganiser(actor)
  const at = sql`${now.toISOString()}::timestamptz`
  const today = sql`(date_trunc('day', ${at} at time zone ${HALL_ZONE}) at time zone ${HALL_ZONE})`
  const [[figures], [people], last] = await Promise.all([
    db
      .select({
        waiting: sql<number>`count(*) filter (where ${message.state} in ('waiting','sending'))::int`,
        sentToday: sql<number>`count(*) filter (where ${message.sentAt} >= ${today})::int`,
        failed: sql<number>`count(*) filter (where ${message.state} in ('dead','unknown'))::int`,
      })
      .from(message)
      .where(eq(message.isSample, isSample)),
    db
      .select({ total: sql<number>`count(distinct ${messageAttempt.addressKey})::int` })
      .from(messageAttempt)
      .where(
        and(
          eq(messageAttempt.channel, 'whatsapp'),
          sql`${messageAttempt.startedAt} > ${at} - interval '24 hours'`,
        ),
      ),
    Promise.all(CHANNELS.map((channel) => lastAttempt(db, channel))),
  ])
  const [whatsapp, mail] = isSample ? [null, null] : last
  return {
    waiting: figures?.waiting ?? 0,
    sentToday: figures?.sentToday ?? 0,
    failed: figures?.failed ?? 0,
    peopleToday: isSample ? 0 : (people?.total ?? 0),
    last: { whatsapp: whatsapp ?? null, mail: mail ?? null },
  }
}

async function lastAttempt(db: Context['db'], channel: Channel) {
  const [row] = await db
    .select({
      failure: messageAttempt.failure,
      serviceCode: messageAttempt.serviceCode,
      at: messageAttempt.startedAt,
    })
    .from(messageAttempt)
    .where(and(eq(messageAttempt.channel, channel), isNotNull(messageAttempt.endedAt)))
    .orderBy(desc(messageAttempt.startedAt))
    .limit(1)
  return row ?? null
}
