import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { newId } from '~/domain/shared/ids'
import { type MeetingHall, openMeetingHall } from '../setup/meeting-hall'
import { brokenInvariants, deadlocks } from '../setup/meeting-invariants'
import { meetingStorm } from '../setup/meeting-storm'

let hall: MeetingHall
beforeAll(async () => {
  hall = await openMeetingHall({ max: 24 })
  await hall.database.connection.db.insert(schema.meetingPlace).values(
    [1, 2].map((number) => ({
      id: newId(),
      editionId: hall.editionId,
      kind: 'room' as const,
      number,
      link: `https://rooms.example/${number}`,
    })),
  )
})
afterAll(() => hall.database.drop())

test('1,000 random bookings, moves, answers and cancellations by 16 clients at once: no deadlock, no error, every invariant holds', async () => {
  const { counts, errors } = await meetingStorm(hall, { operations: 1_000, clients: 16, seed: 20_261_208 })
  expect(errors).toEqual([])
  const { sql } = hall.database.connection
  expect(await deadlocks(sql)).toBe(0)
  expect(await brokenInvariants(sql)).toEqual({})
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(1_000)
  // It was a storm: each of these happened, also what is refused for somebody who was quicker.
  for (const happened of [
    /^book booked/,
    /^book requested/,
    /^book taken/,
    /^accept booked/,
    /^move moved/,
    /^move proposed/,
    /^move taken/,
    /^accept-move (moved|booked)/,
    /^decline-move done/,
    /^cancel done/,
    /^decline done/,
    /^withdraw done/,
    /^tell-outcome told/,
    /^expire /,
  ]) {
    const times = Object.entries(counts).filter(([what]) => happened.test(what))
    expect(times, `${happened} in ${JSON.stringify(counts)}`).not.toEqual([])
  }
}, 120_000)
