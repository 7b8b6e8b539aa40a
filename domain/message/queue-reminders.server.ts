import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import { queueMessage } from '../shared/queue-message.server'
import { meetingMessage } from './meeting-message'
import { notBefore } from './not-before'
import { queueInBatches } from './queue-in-batches.server'
import { type MeetingAudience, readAudiences } from './read-audience.server'

type Reminder = 'meeting-reminder-day' | 'meeting-reminder-hour' | 'outcome-asked'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** How long after its end a meeting is still asked about, where no worker ran: once. */
const ASKED_DAYS = 3
/** How long a question about the outcome may wait for its service. */
const USEFUL_DAYS = 7
const BATCH = 100

const PRIORITY: Record<Reminder, number> = {
  'meeting-reminder-hour': 1,
  'meeting-reminder-day': 4,
  'outcome-asked': 6,
}

/**
 * Writes the reminders that are due: a day and an hour before each booked meeting, to both sides, and after its end
 * the question what came of it, to each side that hasn't told. What was agreed later than a reminder's moment gets
 * none: its parties were told just then. Each once for a meeting, its time and a person. Run by the worker each
 * minute.
 * @returns how many messages.
 */
export function queueReminders(context: Pick<Context, 'db' | 'now' | 'newId'>): Promise<number> {
  return queueInBatches(
    context.db,
    ['meeting-reminder-hour', 'meeting-reminder-day', 'outcome-asked'] as const,
    (tx, reminder, after) => queueBatch(tx, context, reminder, after),
  )
}

async function queueBatch(
  tx: Transaction,
  context: Pick<Context, 'now' | 'newId'>,
  reminder: Reminder,
  after: string | null,
): Promise<{ queued: number; last: string | null }> {
  const rows = await tx.execute<{ meetingId: string; organisationId: string }>(
    dueMeetings(reminder, context.now, after),
  )
  const due = new Set(rows.map(({ meetingId, organisationId }) => `${meetingId} ${organisationId}`))
  const ids = [...new Set(rows.map(({ meetingId }) => meetingId))]
  const audiences = await readAudiences(tx, ids)
  let queued = 0
  for (const audience of audiences.values()) {
    queued += await remind(tx, context, reminder, audience, due)
  }
  return { queued, last: ids.length < BATCH ? null : (ids.at(-1) ?? null) }
}

async function remind(
  tx: Transaction,
  context: Pick<Context, 'now' | 'newId'>,
  reminder: Reminder,
  audience: MeetingAudience,
  due: ReadonlySet<string>,
): Promise<number> {
  const { id, startsAt, endsAt, listeners, row } = audience
  let queued = 0
  for (const { receiver, organisationId, party } of listeners) {
    if (!due.has(`${id} ${organisationId}`)) continue
    const { personId, locale, timeZone } = receiver
    const messageId = await queueMessage(tx, context, {
      template: reminder,
      variables: meetingMessage(audience, party, locale),
      locale,
      to: { personId },
      organisationId,
      about: { kind: 'meeting', id },
      dedupeKey: `${reminder}:${id}:${startsAt.getTime()}:${personId}`,
      priority: PRIORITY[reminder],
      notBefore: notBefore(reminder, {
        at: context.now,
        timeZone,
        until: reminder === 'outcome-asked' ? null : startsAt,
      }),
      expiresAt: reminder === 'outcome-asked' ? new Date(endsAt.getTime() + USEFUL_DAYS * DAY_MS) : startsAt,
      isSample: row.isSample,
    })
    if (messageId) queued += 1
  }
  return queued
}

/**
 * The parties of the next meetings that have to be reminded and weren't. The times are a range of
 * meeting_occupies_idx; whether somebody was reminded is one look into message_about_idx for each.
 */
export function dueMeetings(reminder: Reminder, now: Date, after: string | null): SQL {
  const at = (ms: number) => sql`${new Date(now.getTime() + ms).toISOString()}::timestamptz`
  // A meeting lasts four hours at the most.
  const when = {
    'meeting-reminder-hour': sql`m.starts_at > ${at(0)} and m.starts_at <= ${at(HOUR_MS)}`,
    'meeting-reminder-day': sql`m.starts_at > ${at(HOUR_MS)} and m.starts_at <= ${at(DAY_MS)}`,
    'outcome-asked': sql`m.starts_at > ${at(-ASKED_DAYS * DAY_MS - 4 * HOUR_MS)} and m.starts_at < ${at(0)}
      and m.ends_at > ${at(-ASKED_DAYS * DAY_MS)} and m.ends_at <= ${at(0)}`,
  }[reminder]
  const also =
    reminder === 'outcome-asked'
      ? sql`not exists (
          select from meeting_outcome o where o.meeting_id = m.id and o.organisation_id = p.organisation_id)`
      : sql`m.state = 'booked' and (
          select max(e.created_at) from meeting_event e
          where e.meeting_id = m.id and e.kind in ('booked', 'accepted', 'moved')
        ) <= m.starts_at - ${reminder === 'meeting-reminder-day' ? '24 hours' : '1 hour'}::interval`
  return sql`
    with due as (
      select m.id from meeting m
      where m.occupies and ${when} and ${after === null ? sql`true` : sql`m.id > ${after}::uuid`}
        and exists (select from meeting_participant p where p.meeting_id = m.id and ${also}
          and ${notReminded(reminder)})
      order by m.id limit ${BATCH})
    select p.meeting_id as "meetingId", p.organisation_id as "organisationId"
    from due join meeting m on m.id = due.id join meeting_participant p on p.meeting_id = m.id
    where ${also} and ${notReminded(reminder)}
    order by p.meeting_id`
}

/** For the party `p` of the meeting `m`. A meeting that moved is reminded of anew. */
const notReminded = (reminder: Reminder) => sql`not exists (
  select from message told
  where told.about_kind = 'meeting' and told.about_id = m.id and told.template = ${reminder}
    and told.organisation_id = p.organisation_id
    and (told.variables ->> 'startsAt')::timestamptz = m.starts_at)`
