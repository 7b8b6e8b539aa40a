import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { contextOf } from '~/test/setup/actors'
import { type MeetingHall, openMeetingHall } from '~/test/setup/meeting-hall'
import type { Actor } from '../shared/context'
import { newId } from '../shared/ids'
import { type BookMeetingInput, bookMeeting } from './book-meeting.server'
import { findTimes } from './find-times.server'
import { listMeetings } from './list-meetings.server'
import { readCalendarFile } from './read-calendar-file.server'
import { readMeeting } from './read-meeting.server'

let hall: MeetingHall
beforeAll(async () => {
  hall = await openMeetingHall()
})
afterAll(() => hall.database.drop())

const book = (
  actor: Actor,
  change: Partial<BookMeetingInput> & Pick<BookMeetingInput, 'needId' | 'boothSlug'>,
) =>
  bookMeeting(contextOf(hall.context, actor), {
    productId: null,
    startsAt: hall.at('09:00'),
    note: null,
    token: newId(),
    ...change,
  })

test('a published time is booked at once, with its seats, its event and its agenda', async () => {
  const host = await hall.host({ seats: 2 })
  const guest = await hall.guest()
  const needId = await hall.need(guest)
  const outcome = await book(guest.actor, {
    needId,
    boothSlug: host.slug,
    productId: host.productId,
    note: 'Bring a jar',
  })
  expect(outcome).toEqual({ kind: 'booked', meetingId: expect.any(String) })
  const meetingId = 'meetingId' in outcome ? outcome.meetingId : ''
  const seen = await readMeeting(contextOf(hall.context, guest.actor), { meetingId })
  expect(seen).toMatchObject({
    state: 'booked',
    isInstant: true,
    startsAt: hall.at('09:00'),
    endsAt: hall.at('09:20'),
    mySide: 'guest',
    actions: ['move', 'cancel'],
    events: [{ kind: 'booked', organisationName: guest.name }],
    agenda: {
      productWords: 'madu hutan',
      note: 'Bring a jar',
      monthlyVolume: 240,
      productName: { en: expect.any(String) },
    },
  })
  expect(seen.agenda.reasons.length).toBeGreaterThan(3)
  expect(seen.parties.map(({ side, name, representatives }) => [side, name, representatives])).toEqual([
    ['host', host.name, 2],
    ['guest', guest.name, 1],
  ])
  const { sql } = hall.database.connection
  const rows =
    await sql`select side, seat, occupies from meeting_participant where meeting_id = ${meetingId} order by side`
  expect([...rows]).toEqual([
    { side: 'guest', seat: 1, occupies: true },
    { side: 'host', seat: 1, occupies: true },
  ])
  expect(
    await sql`select from outbox where topic = 'meeting.changed' and payload ->> 'meetingId' = ${meetingId}`,
  ).toHaveLength(1)

  const listed = await listMeetings(contextOf(hall.context, host.actor), { tab: 'upcoming', page: 1 })
  expect(listed).toMatchObject({
    total: 1,
    counts: { upcoming: 1, requests: 0, past: 0 },
    rows: [
      {
        id: meetingId,
        counterparts: [{ name: guest.name }],
        productWords: 'madu hutan',
        waitsForMe: false,
        mySide: 'host',
      },
    ],
  })
  const week = await findTimes(contextOf(hall.context, guest.actor), {
    boothSlug: host.slug,
    needId,
    meetingId: null,
    from: '2026-12-07',
  })
  expect(week).toMatchObject({ isInstant: true, timeZone: 'Asia/Jakarta' })
  expect(week.days.map(({ day }) => day)).toEqual(
    [7, 8, 9, 10, 11, 12, 13].map((d) => `2026-12-${String(d).padStart(2, '0')}`),
  )
  expect([week.previousFrom, week.nextFrom]).toEqual(['2026-11-30', '2026-12-14'])
  const free = week.days.flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt.toISOString()))
  expect(free).toContain(hall.at('09:25').toISOString())
  // The guest itself sits in another meeting then.
  expect(free).not.toContain(hall.at('09:00').toISOString())
})

test('what the need says to the pesantren, and where the goods go, reach its page and its calendar', async () => {
  const { db } = hall.database.connection
  const [regency] = await db.select().from(schema.regency).limit(1)
  const host = await hall.host()
  const guest = await hall.guest()
  const meetingOf = async (
    change: Parameters<MeetingHall['need']>[1],
    note: string | null,
    clock: string,
  ) => {
    const needId = await hall.need(guest, change)
    const outcome = await book(guest.actor, { needId, boothSlug: host.slug, startsAt: hall.at(clock), note })
    const meetingId = 'meetingId' in outcome ? outcome.meetingId : ''
    const context = contextOf(hall.context, host.actor)
    const [view, file] = [
      await readMeeting(context, { meetingId }),
      await readCalendarFile(context, { meetingId }),
    ]
    expect(file.agenda).toEqual(view.agenda)
    return view.agenda
  }
  const destination = { destinationCountry: 'ID', destinationRegency: regency?.code }
  const name = `${regency?.kind === 'kota' ? 'Kota' : 'Kab.'} ${regency?.name}`
  expect(
    await meetingOf(
      { ...destination, destinationPlace: 'Pasar Lama', note: 'Botol kaca' },
      'Bring a jar',
      '09:00',
    ),
  ).toMatchObject({ note: 'Botol kaca\n\nBring a jar', destinationPlace: `${name}, Pasar Lama` })
  expect(await meetingOf({ ...destination, note: 'Botol kaca' }, null, '09:25')).toMatchObject({
    note: 'Botol kaca',
    destinationPlace: name,
  })
  expect(await meetingOf({ destinationPlace: 'Jeddah' }, null, '09:50')).toMatchObject({
    note: null,
    destinationPlace: 'Jeddah',
  })
})

test('a time that is taken comes with up to six fresh ones, and says whose seat is missing', async () => {
  const host = await hall.host()
  const [first, second] = [await hall.guest(), await hall.guest()]
  const needs = [await hall.need(first), await hall.need(second)] as const
  await book(first.actor, { needId: needs[0], boothSlug: host.slug })
  const lost = await book(second.actor, { needId: needs[1], boothSlug: host.slug })
  expect(lost).toMatchObject({ kind: 'taken', who: 'them' })
  expect('fresh' in lost && lost.fresh.map(({ startsAt }) => startsAt)).toEqual(
    expect.arrayContaining([hall.at('09:25')]),
  )
  expect('fresh' in lost && lost.fresh).toHaveLength(6)

  const other = await hall.host()
  expect(await book(first.actor, { needId: needs[0], boothSlug: other.slug })).toMatchObject({
    kind: 'taken',
    who: 'us',
  })
})

test('elsewhere a time is asked for: it blocks nothing, and one need asks a booth once', async () => {
  const host = await hall.host({ instant: false })
  const [first, second] = [await hall.guest(), await hall.guest()]
  const needId = await hall.need(first)
  const asked = await book(first.actor, { needId, boothSlug: host.slug })
  expect(asked).toMatchObject({ kind: 'requested', expiresAt: expect.any(Date) })
  // Another time was not taken, and must not read as if it was.
  expect(await book(first.actor, { needId, boothSlug: host.slug, startsAt: hall.at('10:00') })).toEqual({
    kind: 'existing',
    meetingId: 'meetingId' in asked ? asked.meetingId : '',
    state: 'requested',
  })
  expect(
    await findTimes(contextOf(hall.context, first.actor), {
      boothSlug: host.slug,
      needId,
      meetingId: null,
      from: null,
    }),
  ).toMatchObject({ existing: { state: 'requested', startsAt: hall.at('09:00') } })
  expect(await book(second.actor, { needId: await hall.need(second), boothSlug: host.slug })).toMatchObject({
    kind: 'requested',
  })
  expect(await listMeetings(contextOf(hall.context, host.actor), { tab: 'requests', page: 1 })).toMatchObject(
    {
      total: 2,
      rows: [{ waitsForMe: true }, { waitsForMe: true }],
    },
  )
  expect(
    await listMeetings(contextOf(hall.context, first.actor), { tab: 'requests', page: 1 }),
  ).toMatchObject({
    total: 1,
    rows: [{ waitsForMe: false }],
  })
  const seen = await readMeeting(contextOf(hall.context, host.actor), {
    meetingId: 'meetingId' in asked ? asked.meetingId : '',
  })
  expect(seen.actions).toEqual(['accept', 'decline', 'move'])
})

test('a time in the past, too soon or too far is refused with times that are possible', async () => {
  const host = await hall.host()
  const guest = await hall.guest()
  const needId = await hall.need(guest)
  const { now } = hall.context
  for (const [hours, why] of [
    [-1, 'past'],
    [1, 'too-soon'],
    [181 * 24, 'too-far'],
  ] as const) {
    const startsAt = new Date(now.getTime() + hours * 3_600_000)
    const outcome = await book(guest.actor, { needId, boothSlug: host.slug, startsAt })
    expect(outcome).toMatchObject({ kind: 'not-possible', why })
    expect('fresh' in outcome && outcome.fresh.length).toBe(6)
  }
})

test('the same form sent three times at once makes one meeting', async () => {
  const host = await hall.host()
  const guest = await hall.guest()
  const input = { needId: await hall.need(guest), boothSlug: host.slug, token: newId() }
  const outcomes = await Promise.all([
    book(guest.actor, input),
    book(guest.actor, input),
    book(guest.actor, input),
  ])
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
  const rows = await hall.database.connection
    .sql`select from meeting_participant where organisation_id = ${host.id}`
  expect(rows).toHaveLength(1)
})

test('who may ask: writers of the need’s organisation, about an open need, with an open booth of its kind', async () => {
  const host = await hall.host()
  const guest = await hall.guest()
  const needId = await hall.need(guest)
  const refused = (code: string, actor: Actor, change: Partial<BookMeetingInput> = {}) =>
    expect(book(actor, { needId, boothSlug: host.slug, ...change })).rejects.toMatchObject({ code })
  await refused('forbidden', { kind: 'visitor' })
  await refused('forbidden', { kind: 'system' })
  await refused('forbidden', hall.organiser)
  await refused('not-found', (await hall.guest()).actor)
  await refused('not-found', host.actor)
  await refused('not-found', guest.actor, { needId: newId() })
  await refused('not-found', guest.actor, { needId: 'x' })
  await refused('not-found', guest.actor, { boothSlug: 'nobody' })
  await refused('not-found', guest.actor, { boothSlug: guest.slug })
  await refused('not-found', guest.actor, { productId: (await hall.host()).productId })
  await refused('forbidden', guest.actor, { boothSlug: (await hall.host({ isSample: true })).slug })
  await refused('not-found', guest.actor, { boothSlug: (await hall.host({ closed: true })).slug })
  const closed = await hall.need(guest, { state: 'closed', closedAt: hall.context.now })
  await refused('conflict', guest.actor, { needId: closed })
})

test('an organisation asks at most 30 times an hour', async () => {
  const guest = await hall.guest()
  const hosts = []
  for (let i = 0; i < 31; i++) hosts.push(await hall.host({ instant: false }))
  const needId = await hall.need(guest)
  for (const host of hosts.slice(0, 30)) {
    expect(await book(guest.actor, { needId, boothSlug: host.slug })).toMatchObject({ kind: 'requested' })
  }
  await expect(book(guest.actor, { needId, boothSlug: hosts[30]?.slug ?? '' })).rejects.toMatchObject({
    code: 'too-many-requests',
  })
})

test('rooms are given out while there are any; then the talk is a WhatsApp call', async () => {
  await hall.database.connection.db.insert(schema.meetingPlace).values(
    [1, 2].map((number) => ({
      id: newId(),
      editionId: hall.editionId,
      kind: 'room' as const,
      number,
      link: `https://rooms.example/${number}`,
    })),
  )
  const places = []
  for (let i = 0; i < 3; i++) {
    const host = await hall.host({ way: 'room' })
    const guest = await hall.guest()
    const outcome = await book(guest.actor, { needId: await hall.need(guest), boothSlug: host.slug })
    const seen = await readMeeting(contextOf(hall.context, guest.actor), {
      meetingId: 'meetingId' in outcome ? outcome.meetingId : '',
    })
    places.push([seen.way, seen.place?.number ?? null, seen.place?.link ?? null])
  }
  expect(places).toEqual([
    ['room', 1, 'https://rooms.example/1'],
    ['room', 2, 'https://rooms.example/2'],
    ['whatsapp', null, null],
  ])
})
