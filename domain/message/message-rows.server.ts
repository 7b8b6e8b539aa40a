import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { message, messageAttempt } from '~/db/schema/message'
import { HALL_ZONE } from '../shared/hall-zone'
import { isId } from '../shared/ids'
import { isIsoDay } from '../shared/iso-day'
import { type MessageFilter, TAB_STATES } from './message-view'

/**
 * For a query of `message`: those of a list, of sample data or of real. `anyState`: the same of all states, for
 * counts.
 */
export function filteredMessages(
  filter: MessageFilter,
  { isSample, anyState = false }: { isSample: boolean; anyState?: boolean },
): SQL | undefined {
  const { tab, state, template, channel, day, search } = filter
  const found = search ? or(...searched(search)) : undefined
  return and(
    eq(message.isSample, isSample),
    anyState || search
      ? undefined
      : state
        ? eq(message.state, state)
        : inArray(message.state, [...TAB_STATES[tab]]),
    template ? eq(message.template, template) : undefined,
    channel ? eq(message.channel, channel) : undefined,
    day && isIsoDay(day)
      ? sql`${message.createdAt} >= ${startOf(day)} and ${message.createdAt} < ${startOf(day)} + interval '1 day'`
      : undefined,
    search ? (found ?? sql`false`) : undefined,
  )
}

const startOf = (day: string) => sql`(${day}::timestamp at time zone ${HALL_ZONE})`

/** An id of ours is a message's or that of what it is about; any other text the service's. */
function searched(search: string): SQL[] {
  const ofService = sql`exists (select from ${messageAttempt} a
    where a.message_id = ${message.id} and a.service_id = ${search})`
  return isId(search) ? [eq(message.id, search), eq(message.aboutId, search)] : [ofService]
}

/**
 * Whether a message can still be sent: its time isn't over, and what it was filled with is there. A code or a
 * link that has gone out once is erased.
 */
export const isStillOfUse = (now: Date) => sql<boolean>`(
  (${message.expiresAt} is null or ${message.expiresAt} > ${now.toISOString()}::timestamptz)
  and ${message.variables} <> '{}'
  and (${message.template} not in ('sign-in-code', 'organisation-invitation')
    or ${message.variables} ? 'code' or ${message.variables} ? 'token'))`
