import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PER_RECIPIENT_MS, RecipientPace } from './recipient-pace'

const DAY = 24 * 3_600_000
const plain = { isUrgent: false, isReserved: false, isWindowOpen: false }
const code = { isUrgent: true, isReserved: true, isWindowOpen: false }

test('one receiver gets a message each six seconds; a code passes', () => {
  const pace = new RecipientPace({ dailyPeople: 10 })
  pace.mark('a', 1_000)
  expect(pace.when('a', plain, 2_000)).toBe(1_000 + PER_RECIPIENT_MS)
  expect(pace.when('a', code, 2_000)).toBe(2_000)
  expect(pace.when('b', plain, 2_000)).toBe(2_000)
  expect(pace.when('a', plain, 1_000 + PER_RECIPIENT_MS)).toBe(1_000 + PER_RECIPIENT_MS)
})

test('nine of ten people a day are for everything, the tenth for codes; who was written to goes on', () => {
  const pace = new RecipientPace({ dailyPeople: 10 })
  for (let i = 0; i < 9; i++) pace.mark(`person ${i}`, i * 1_000)
  const now = 60_000
  expect(pace.when('new', plain, now)).toBe(DAY)
  expect(pace.when('person 3', plain, now)).toBe(now)
  expect(pace.when('new', { ...plain, isWindowOpen: true }, now)).toBe(now)
  expect(pace.when('new', code, now)).toBe(now)
  pace.mark('new', now)
  expect(pace.when('newer', code, now)).toBe(DAY)
  // The first two have left the window: one place is free again.
  expect(pace.when('newer', plain, DAY + 1_000)).toBe(DAY + 1_000)
})

test('whatever wants to go: never more people in 24 hours than allowed, and the reserve is kept', () => {
  const step = fc.record({
    wait: fc.integer({ min: 0, max: 2 * 3_600_000 }),
    person: fc.integer({ min: 0, max: 60 }),
    isReserved: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.array(step, { maxLength: 300 }), (dailyPeople, steps) => {
      const pace = new RecipientPace({ dailyPeople })
      const sent: { person: number; at: number }[] = []
      let now = 0
      for (const { wait, person, isReserved } of steps) {
        now += wait
        const people = () => new Set(sent.filter(({ at }) => at > now - DAY).map((each) => each.person))
        const wasKnown = people().has(person)
        const from = pace.when(String(person), { ...plain, isReserved }, now)
        if (from > now) continue
        pace.mark(String(person), now)
        sent.push({ person, at: now })
        expect(people().size).toBeLessThanOrEqual(dailyPeople)
        if (!isReserved && !wasKnown)
          expect(people().size).toBeLessThanOrEqual(Math.max(1, Math.floor(dailyPeople * 0.9)))
      }
    }),
  )
})
