import { and, count, desc, eq, sql } from 'drizzle-orm'
import { message } from '~/db/schema/message'
import { organisation } from '~/db/schema/organisation'
import { person } from '~/db/schema/person'
import { maskAddress } from '../account/address'
import { requireOrganiser } from '../shared/acting'
import type { Context } from '../shared/context'
import { filteredMessages, isStillOfUse } from './message-rows.server'
import { type MessageFilter, type MessageList, TAB_STATES } from './message-view'

const PAGE_SIZE = 25

/**
 * A page of the messages that a filter lets through, newest first, with how many are in each list: two queries.
 * A page past the end is the last one. The organiser of the sample sees those of sample data, a real one the others.
 * @throws AppError 'forbidden' for everybody but the organiser.
 */
export async function listMessages(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { filter, page: wanted }: { filter: MessageFilter; page: number },
): Promise<MessageList> {
  const { isSample } = requireOrganiser(actor)
  const alive = sql<number>`count(*) filter (where ${isStillOfUse(now)})::int`
  const counted = await db
    .select({ state: message.state, total: count(), alive })
    .from(message)
    .where(filteredMessages(filter, { isSample, anyState: true }))
    .groupBy(message.state)
  const sum = (states: readonly string[]) =>
    counted.filter(({ state }) => states.includes(state)).reduce((all, { total }) => all + total, 0)
  const total = filter.search
    ? sum(counted.map(({ state }) => state))
    : sum(filter.state ? [filter.state] : TAB_STATES[filter.tab])
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const page = Math.min(Math.max(1, Math.trunc(wanted) || 1), pages)
  const rows = await db
    .select({
      id: message.id,
      template: message.template,
      state: message.state,
      channel: message.channel,
      locale: message.locale,
      personName: person.name,
      organisationName: organisation.name,
      address: message.address,
      failure: message.failure,
      createdAt: message.createdAt,
      updatedAt: message.updatedAt,
      isOfUse: isStillOfUse(now),
    })
    .from(message)
    .leftJoin(person, eq(person.id, message.personId))
    .leftJoin(organisation, eq(organisation.id, message.organisationId))
    .where(and(filteredMessages(filter, { isSample })))
    .orderBy(desc(message.createdAt), desc(message.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
  const aliveIn = (state: string) => counted.find((row) => row.state === state)?.alive ?? 0
  return {
    page,
    pages,
    total,
    counts: {
      attention: sum(TAB_STATES.attention),
      waiting: sum(TAB_STATES.waiting),
      sent: sum(TAB_STATES.sent),
      rest: sum(TAB_STATES.rest),
    },
    retryable: { dead: aliveIn('dead'), unknown: aliveIn('unknown'), kept: aliveIn('kept') },
    rows: rows.map(({ updatedAt, isOfUse, ...row }) => ({
      ...row,
      personName: row.personName || null,
      address: row.address && row.channel ? maskAddress(row.channel, row.address) : null,
      at: updatedAt,
      isExpired: !isOfUse,
    })),
  }
}
