import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { type BookMeetingInput, bookMeeting } from '~/domain/meeting/book-meeting.server'
import type { TimeOutcome } from '~/domain/meeting/meeting-view'
import { newId } from '~/domain/shared/ids'
import { type MeetingHall, openMeetingHall, type Side } from '../setup/meeting-hall'
import { brokenInvariants, deadlocks } from '../setup/meeting-invariants'

const HOSTS = 5
const SEATS = 2
/** Each pesantren has 20 times on one day, every 25 minutes from 09:00. */
const TIMES = 20
/** And everybody wants the first four. */
const WANTED = 4
/** As many as there are seats at all times: 5 × 20 × 2. */
const COMPANIES = HOSTS * TIMES * SEATS
const DAY = '2026-12-08'

let hall: MeetingHall
let hosts: Side[]
let companies: { side: Side; needId: string; host: Side; wanted: Date }[]

const timeOf = (index: number) => new Date(hall.at('09:00', DAY).getTime() + index * 25 * 60_000)

beforeAll(async () => {
  hall = await openMeetingHall({ max: 24 })
  const { db } = hall.database.connection
  hosts = []
  for (let i = 0; i < HOSTS; i++) hosts.push(await hall.host({ seats: SEATS, way: 'room' }))
  await db.delete(schema.openTime)
  await db.insert(schema.openTimeException).values(
    hosts.map(({ id }) => ({
      id: newId(),
      organisationId: id,
      day: DAY,
      kind: 'open' as const,
      fromMinute: 9 * 60,
      toMinute: 9 * 60 + TIMES * 25 - 5,
    })),
  )
  await db.insert(schema.meetingPlace).values(
    Array.from({ length: 4 }, (_, i) => ({
      id: newId(),
      editionId: hall.editionId,
      kind: 'room' as const,
      number: i + 1,
      link: `https://rooms.example/${i + 1}`,
    })),
  )
  companies = []
  for (let i = 0; i < COMPANIES; i++) {
    const side = await hall.guest()
    const host = hosts[i % HOSTS]
    if (!host) throw new Error('there are five')
    companies.push({
      side,
      needId: await hall.need(side),
      host,
      wanted: timeOf(Math.floor(i / HOSTS) % WANTED),
    })
  }
}, 120_000)
afterAll(() => hall.database.drop())

function book(company: (typeof companies)[number], startsAt: Date): Promise<TimeOutcome> {
  const input: BookMeetingInput = {
    needId: company.needId,
    boothSlug: company.host.slug,
    productId: null,
    startsAt,
    note: null,
    token: newId(),
  }
  return bookMeeting(hall.as(company.side), input)
}

async function meetings(): Promise<number> {
  const [row] = await hall.database.connection.sql<{ n: number }[]>`
    select count(*)::int as n from meeting where state = 'booked'`
  return row?.n ?? -1
}

test('200 companies tap the same 20 times of 5 pesantren with two seats at once: 40 meet, 160 get fresh times; these tap on until every seat of every time is taken', async () => {
  const outcomes = await Promise.all(companies.map((company) => book(company, company.wanted)))
  const booked = outcomes.filter(({ kind }) => kind === 'booked')
  const taken = outcomes.filter(({ kind }) => kind === 'taken')
  // 5 pesantren × 4 times × 2 seats, each wanted by ten.
  expect(booked).toHaveLength(HOSTS * WANTED * SEATS)
  expect(taken).toHaveLength(COMPANIES - HOSTS * WANTED * SEATS)
  expect(await meetings()).toBe(HOSTS * WANTED * SEATS)
  const { sql } = hall.database.connection
  const perTime = await sql`
    select p.organisation_id, p.starts_at, count(*)::int as n, array_agg(p.seat order by p.seat) as seats
    from meeting_participant p where p.side = 'host' group by 1, 2`
  expect(perTime).toHaveLength(HOSTS * WANTED)
  for (const row of perTime) expect(row).toMatchObject({ n: SEATS, seats: [1, 2] })
  for (const lost of taken) {
    expect(lost).toMatchObject({ kind: 'taken', who: 'them' })
    expect('fresh' in lost && lost.fresh.length).toBeGreaterThan(0)
    expect('fresh' in lost && lost.fresh.length).toBeLessThanOrEqual(6)
  }
  expect(await brokenInvariants(sql)).toEqual({})

  // Each loser taps a fresh time, and again when somebody was quicker there too.
  let taps = 0
  await Promise.all(
    outcomes.map(async (first, index) => {
      const company = companies[index]
      let outcome = first
      while (company && outcome.kind === 'taken') {
        const { fresh } = outcome
        const next = fresh[taps % fresh.length]
        if (!next) throw new Error('no fresh time, though there is a seat for everybody')
        taps += 1
        outcome = await book(company, next.startsAt)
      }
      expect(outcome.kind).toBe('booked')
    }),
  )
  expect(taps).toBeGreaterThanOrEqual(COMPANIES - HOSTS * WANTED * SEATS)
  expect(await meetings()).toBe(COMPANIES)
  expect(await brokenInvariants(sql)).toEqual({})
  expect(await deadlocks(sql)).toBe(0)

  // Every seat of every time is taken now: one more hears so, and that nothing is left.
  const late = await hall.guest()
  const host = hosts[0]
  if (!host) throw new Error('there are five')
  const last = { side: late, needId: await hall.need(late), host, wanted: timeOf(TIMES - 1) }
  expect(await book(last, last.wanted)).toEqual({ kind: 'taken', who: 'them', fresh: [] })
  expect(await meetings()).toBe(COMPANIES)
}, 120_000)
