import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ChannelPace } from './channel-pace'

test('never more than the rate in any stretch of time, and near it when there is always something to send', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 50, maxLength: 200 }),
      (perSecond, steps) => {
        const pace = new ChannelPace({ perSecond, concurrency: 1_000 }, 0)
        let now = 0
        let sent = 0
        for (const step of steps) {
          now += step
          for (let room = pace.room(now); room > 0; room--) {
            pace.began()
            pace.succeeded()
            sent += 1
          }
        }
        expect(sent).toBeLessThanOrEqual(1 + (now / 1000) * perSecond + 1e-6)
        // Steps of 0.4 s at most lose nothing of a bucket of half a second; of a rate of 1 a second neither.
        expect(sent).toBeGreaterThanOrEqual(Math.floor((now / 1000) * perSecond) - 1)
      },
    ),
  )
})

test('no more calls at the same time than allowed', () => {
  const pace = new ChannelPace({ perSecond: 100, concurrency: 3 }, 0)
  expect(pace.room(1_000)).toBe(3)
  for (let i = 0; i < 3; i++) pace.began()
  expect(pace.room(2_000)).toBe(0)
  pace.succeeded()
  expect(pace.room(2_000)).toBe(1)
})

test('failures in a row pause the channel, longer each time; then one goes alone to see', () => {
  const pace = new ChannelPace({ perSecond: 100, concurrency: 10 }, 0)
  for (let i = 0; i < 3; i++) {
    pace.room(1_000)
    pace.began()
    pace.failed('unavailable', false, 1_000)
  }
  expect(pace.room(2_900)).toBe(0)
  expect(pace.room(3_000)).toBe(1)
  pace.began()
  expect(pace.room(3_000)).toBe(0)
  pace.failed('unavailable', false, 3_000)
  expect(pace.room(6_900)).toBe(0)
  expect(pace.room(7_000)).toBe(1)
  pace.began()
  pace.succeeded()
  expect(pace.room(7_000)).toBe(10)
})

test("a rate limit pauses at once; one receiver's limit, or an answer about one message, pauses nobody", () => {
  const pace = new ChannelPace({ perSecond: 100, concurrency: 10 }, 0)
  pace.room(1_000)
  pace.began()
  pace.failed('rate', true, 1_000)
  expect(pace.room(1_000)).toBeGreaterThan(0)
  pace.began()
  pace.failed('undeliverable', false, 1_000)
  expect(pace.room(1_000)).toBeGreaterThan(0)
  pace.began()
  pace.failed('rate', false, 1_000)
  expect(pace.room(1_000)).toBe(0)
})

test('a service that fails for ten minutes is down while it pauses, until it answers', () => {
  const pace = new ChannelPace({ perSecond: 100, concurrency: 10 }, 0)
  let now = 1_000
  const fail = () => {
    pace.room(now)
    pace.began()
    pace.failed('unavailable', false, now)
  }
  for (let i = 0; i < 20; i++) {
    fail()
    if (now < 601_000) expect(pace.downUntil(now)).toBe(null)
    now += 60_000
  }
  now -= 60_000
  expect(pace.downUntil(now)).toBe(now + 60_000)
  expect(pace.downUntil(now + 60_000)).toBe(null)
  pace.room(now + 60_000)
  pace.began()
  pace.succeeded()
  fail()
  expect(pace.downUntil(now)).toBe(null)
})
