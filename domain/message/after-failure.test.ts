import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SEND_FAILURES } from '../shared/message-enums'
import { afterFailure, MAX_TRIES, retryDelay } from './after-failure'

const at = { now: new Date('2026-11-22T03:00:00Z'), random: 0.5 }
const message = { attempts: 1, isAddressFixed: false, fellBackFrom: null, expiresAt: null }
const about = (
  failure: (typeof SEND_FAILURES)[number],
  { isOfOneTemplate = false, isToldLater = false } = {},
) => ({ failure, isOfOneTemplate, isToldLater })

test('what a failure leads to', () => {
  expect(afterFailure(message, about('no-answer'), at)).toEqual({ kind: 'unknown' })
  expect(afterFailure(message, about('undeliverable'), at)).toEqual({ kind: 'other-channel' })
  expect(afterFailure(message, about('refused'), at)).toEqual({ kind: 'other-channel' })
  expect(afterFailure({ ...message, isAddressFixed: true }, about('undeliverable'), at)).toEqual({
    kind: 'dead',
  })
  expect(afterFailure({ ...message, fellBackFrom: 'mail' }, about('undeliverable'), at)).toEqual({
    kind: 'dead',
  })
  expect(afterFailure(message, about('window-closed'), at)).toMatchObject({
    kind: 'again',
    notBefore: at.now,
  })
  expect(afterFailure(message, about('setup'), at)).toMatchObject({ kind: 'again', isCounted: false })
  const ofOneTemplate = about('setup', { isOfOneTemplate: true })
  expect(afterFailure(message, ofOneTemplate, at)).toMatchObject({ kind: 'again', isCounted: true })
  // Nothing pauses a channel that takes all and fails it later: it is given up some time.
  const toldLater = about('setup', { isToldLater: true })
  expect(afterFailure(message, toldLater, at)).toMatchObject({ kind: 'again', isCounted: true })
  expect(afterFailure({ ...message, attempts: MAX_TRIES }, toldLater, at)).toEqual({ kind: 'other-channel' })
  expect(afterFailure({ ...message, attempts: MAX_TRIES }, about('unavailable'), at)).toEqual({
    kind: 'other-channel',
  })
})

test('no wait goes beyond the time of the message', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SEND_FAILURES),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 600_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failure, attempts, left, random) => {
        const expiresAt = new Date(at.now.getTime() + left)
        const next = afterFailure({ ...message, attempts, expiresAt }, about(failure), {
          now: at.now,
          random,
        })
        if (next.kind === 'again') expect(next.notBefore < expiresAt).toBe(true)
      },
    ),
  )
})

test('waits grow fourfold, spread by a quarter to either side, two hours and a half at most', () => {
  expect([1, 2, 3].map((attempts) => retryDelay(attempts, 0.5))).toEqual([2_000, 8_000, 32_000])
  expect(retryDelay(1, 0)).toBe(1_500)
  expect(retryDelay(1, 1)).toBe(2_500)
  expect(retryDelay(50, 1)).toBe(9_000_000)
})
