import { and, asc, eq, inArray } from 'drizzle-orm'
import { meeting, meetingEvent } from '~/db/schema/meeting'
import { message } from '~/db/schema/message'
import { inTransaction, type Transaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import type { MessageState } from '../shared/message-enums'
import { queueMessage } from '../shared/queue-message.server'
import { isStillDue } from './is-still-due.server'
import { type ChangeTold, type Ending, isSuperseded, isTold, newsOf } from './meeting-news'
import { notBefore } from './not-before'
import { type MeetingAudience, readAudiences } from './read-audience.server'

type Event = typeof meetingEvent.$inferSelect

/** Changes go before reminders and questions, after codes. */
const PRIORITY = 3
/** What is kept or given up has told nobody anything; the sample's parties hear of all that is shown there. */
const HEARD: readonly MessageState[] = ['sending', 'unknown', 'sent', 'delivered', 'read', 'demonstration']
const ENDINGS: readonly Event['kind'][] = ['declined', 'withdrawn', 'expired', 'cancelled'] satisfies Ending[]

/**
 * Tells a meeting's parties of one of its events: whom it concerns, not who did it. Messages about the meeting
 * that still wait and are no longer true become void; what was overtaken by a later event is told by that one
 * alone; and a side that never heard of a meeting isn't told that it ended. Repeated, it writes nothing twice.
 */
export async function tellMeeting(
  context: Context,
  { meetingId, eventId }: { meetingId: string; eventId: number },
): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    // One at a time for each meeting: the deliveries of two of its events would not see each other's messages.
    await tx.select({ id: meeting.id }).from(meeting).where(eq(meeting.id, meetingId)).for('no key update')
    const events = await tx
      .select()
      .from(meetingEvent)
      .where(eq(meetingEvent.meetingId, meetingId))
      .orderBy(asc(meetingEvent.id))
    const event = events.find(({ id }) => id === eventId)
    const audience = (await readAudiences(tx, [meetingId])).get(meetingId)
    if (!event || !audience) return
    const sent = await voidUntrue(tx, context, meetingId)
    if (!isTold(event.kind)) return
    const later = events.filter(({ id }) => id > eventId).map(({ kind }) => kind)
    if (isSuperseded(event.kind, later)) return
    await tell(tx, context, { audience, event, before: events.filter(({ id }) => id < eventId), sent })
  })
}

/**
 * Messages that wait with what is no longer so are never sent.
 * @returns the organisations that a message about the meeting has gone to, or may have.
 */
async function voidUntrue(
  tx: Transaction,
  { now }: Context,
  meetingId: string,
): Promise<ReadonlySet<string | null>> {
  const rows = await tx
    .select({
      id: message.id,
      state: message.state,
      template: message.template,
      variables: message.variables,
      aboutKind: message.aboutKind,
      aboutId: message.aboutId,
      organisationId: message.organisationId,
      personId: message.personId,
      isAddressFixed: message.isAddressFixed,
      address: message.address,
      dedupeKey: message.dedupeKey,
    })
    .from(message)
    .where(and(eq(message.aboutKind, 'meeting'), eq(message.aboutId, meetingId)))
  const waiting = rows.filter(({ state }) => state === 'waiting')
  const due = await isStillDue(tx, waiting, now)
  const reasons = new Set([...due.values()].filter((reason) => reason !== true))
  for (const failure of reasons) {
    const ids = waiting.flatMap(({ id }) => (due.get(id) === failure ? id : []))
    await tx
      .update(message)
      .set({ state: 'void', failure, settledAt: now, updatedAt: now })
      .where(and(inArray(message.id, ids), eq(message.state, 'waiting')))
  }
  const gone = rows.filter(({ state }) => HEARD.includes(state))
  return new Set(gone.map(({ organisationId }) => organisationId))
}

async function tell(
  tx: Transaction,
  context: Context,
  {
    audience,
    event,
    before,
    sent,
  }: { audience: MeetingAudience; event: Event; before: Event[]; sent: ReadonlySet<string | null> },
): Promise<void> {
  const { row, parties, listeners } = audience
  const actingSide =
    parties.find(({ organisationId }) => organisationId === event.organisationId)?.side ?? null
  const acted = new Set(before.map(({ organisationId }) => organisationId))
  const change: ChangeTold = {
    kind: event.kind,
    reason: event.reason,
    at: event.startsAt,
    from:
      before.findLast(({ kind }) => kind === 'booked' || kind === 'accepted' || kind === 'moved')?.startsAt ??
      null,
    // A booked meeting keeps the end that its request had.
    expiresAt: row.state === 'requested' ? row.expiresAt : null,
    proposed:
      row.proposedStartsAt && row.proposedEndsAt
        ? { startsAt: row.proposedStartsAt, endsAt: row.proposedEndsAt }
        : null,
  }
  for (const { receiver, organisationId, party } of listeners) {
    const { personId, locale, timeZone } = receiver
    // Who books gets the confirmation; every other step its doer has just seen on the page.
    if (personId === event.personId && event.kind !== 'booked') continue
    const hasHeard = acted.has(organisationId) || sent.has(organisationId)
    if (!hasHeard && ENDINGS.includes(event.kind)) continue
    const news = newsOf(change, { meeting: audience, party, actingSide, hasHeard, locale })
    if (!news) continue
    await queueMessage(tx, context, {
      template: news.template,
      variables: news.variables,
      locale,
      to: { personId },
      organisationId,
      about: { kind: 'meeting', id: row.id },
      dedupeKey: `meeting:${event.id}:${personId}`,
      priority: PRIORITY,
      notBefore: notBefore(news.template, { at: context.now, timeZone, until: news.until }),
      expiresAt: news.expiresAt,
      isSample: row.isSample,
    })
  }
}
