import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { bookMeeting } from '~/domain/meeting/book-meeting.server'
import { newId } from '~/domain/shared/ids'
import { type MeetingHall, openMeetingHall, type Side } from '../setup/meeting-hall'
import { noonZone } from '../setup/noon-zone'
import { openSendingHall, type SendingHall } from './sending-hall'

// A reminder from the clock to its receivers: the worker as it runs, the outside services as they answer.

let meetings: MeetingHall
let sending: SendingHall
beforeAll(async () => {
  meetings = await openMeetingHall()
  sending = await openSendingHall(meetings.database.url)
})
afterAll(async () => {
  await sending?.close()
  await meetings?.database.drop()
})

const HOUR_MS = 3_600_000
const PHONE = '+6281277001100'
const MAIL = 'khalid@buyer.opop.test'

/** A meeting that both sides agreed on two days ago, to begin in `hours`. */
async function meetingIn(hours: number): Promise<{ host: Side; guest: Side; meetingId: string }> {
  const { db } = meetings.database.connection
  const [host, guest] = [await meetings.host(), await meetings.guest()]
  const day = new Date(Date.now() + 168 * HOUR_MS).toISOString().slice(0, 10)
  const booked = await bookMeeting(meetings.as(guest, new Date(Date.now() - 48 * HOUR_MS)), {
    needId: await meetings.need(guest),
    boothSlug: host.slug,
    productId: null,
    startsAt: meetings.at('09:00', day),
    note: null,
    token: newId(),
  })
  if (booked.kind !== 'booked') throw new Error(booked.kind)
  const { meetingId } = booked
  const startsAt = new Date(Math.floor(Date.now() / 60_000) * 60_000 + hours * HOUR_MS)
  await db
    .update(schema.meeting)
    .set({ startsAt, endsAt: new Date(startsAt.getTime() + 20 * 60_000) })
    .where(eq(schema.meeting.id, meetingId))
  return { host, guest, meetingId }
}

test('a day before, the reminder arrives at both sides, each in their language, and once', async () => {
  const { db } = meetings.database.connection
  const { host, guest, meetingId } = await meetingIn(23)
  const far = await meetingIn(30)
  const timeZone = noonZone()
  await db
    .update(schema.person)
    .set({ locale: 'id', timeZone, phoneE164: PHONE, phoneVerified: true, preferredChannel: 'whatsapp' })
    .where(eq(schema.person.id, host.actor.personId))
  await db.insert(schema.consent).values({
    id: newId(),
    personId: host.actor.personId,
    kind: 'whatsapp',
    textVersion: '1',
    text: 'Saya setuju',
    locale: 'id',
    grantedAt: new Date(),
  })
  await db
    .update(schema.person)
    .set({ locale: 'ar', timeZone, email: MAIL, emailVerified: true, preferredChannel: 'mail' })
    .where(eq(schema.person.id, guest.actor.personId))
  // What was told when it was booked is no matter here.
  await db.delete(schema.outbox)

  await sending.startWorker()
  const [toHost, toGuest] = await Promise.all([sending.world.whatsappTo(PHONE), sending.world.mailTo(MAIL)])
  expect(toHost).toMatchObject({ template: 'opop_meeting_reminder_day_v1', language: 'id' })
  expect(toHost.text).toContain(guest.name)
  expect(toHost.text).toMatch(/1[0-2]\.\d\d/)
  expect(toGuest.subject).toMatch(/\p{Script=Arabic}/u)
  expect(toGuest.html).toContain('dir="rtl"')
  expect(toGuest.text).toContain(host.name)
  expect(toGuest.text).toContain(`/ar/meetings/${meetingId}`)

  // Each minute and each worker looks again.
  await sending.stopWorkers()
  await sending.startWorker()
  await sending.stopWorkers()
  expect(await sending.world.counts()).toEqual({ whatsapp: 1, mail: 1 })
  const reminded = await db.select({ about: schema.message.aboutId }).from(schema.message)
  expect(reminded.map(({ about }) => about)).toEqual([meetingId, meetingId])
  expect(reminded.map(({ about }) => about)).not.toContain(far.meetingId)
}, 90_000)
