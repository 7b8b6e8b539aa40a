import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Closed, chooseWay, type Way } from './choose-way'

const NOW = new Date('2026-12-07T05:00:00Z')
const after = (ms: number) => new Date(NOW.getTime() + ms)
const MINUTE = 60_000
const phone: Way = { channel: 'whatsapp', address: '+6281234567890', closed: null, paceAt: NOW }
const mail: Way = { channel: 'mail', address: 'nadia@nowhere.example', closed: null, paceAt: NOW }
const message = { expiresAt: null, failure: null }

const closed: fc.Arbitrary<Closed | null> = fc.option(
  fc.record({
    until: fc.integer({ min: 1, max: 10 * MINUTE }).map(after),
    why: fc.constantFrom('setup' as const, 'unavailable' as const),
  }),
)
const paceAt = fc.integer({ min: -MINUTE, max: 24 * 60 * MINUTE }).map(after)
const either = fc.record({ closed, paceAt })

test('nothing goes by what is closed or has no pace for it, nor after its time; what is open takes it at once', () => {
  fc.assert(
    fc.property(
      either,
      fc.option(either),
      fc.option(fc.integer({ min: 1, max: 48 * 60 * MINUTE }).map(after)),
      fc.constantFrom(null, 'setup', 'rate'),
      (first, second, expiresAt, failure) => {
        const ways: [Way, Way | null] = [{ ...phone, ...first }, second && { ...mail, ...second }]
        const opens = ways.map((way) =>
          way === null
            ? Number.POSITIVE_INFINITY
            : Math.max(way.paceAt.getTime(), way.closed?.until.getTime() ?? 0),
        )
        const chosen = chooseWay({ expiresAt, failure }, ways, NOW)
        const inTime = Math.min(...opens) < (expiresAt?.getTime() ?? Number.POSITIVE_INFINITY)
        if (chosen.kind === 'dead') {
          expect(expiresAt).not.toBe(null)
          expect(inTime).toBe(false)
          return
        }
        const at = opens[chosen.way.channel === 'whatsapp' ? 0 : 1] ?? Number.NaN
        if (chosen.kind === 'now') expect(at).toBeLessThanOrEqual(NOW.getTime())
        else {
          expect(chosen.at.getTime()).toBe(at)
          if (expiresAt) expect(chosen.at < expiresAt).toBe(true)
        }
      },
    ),
    { numRuns: 2_000 },
  )
})

test('the preferred one waits as long as half the time that is left, and without an end for ever', () => {
  const waits = { ...phone, paceAt: after(30 * MINUTE) }
  expect(chooseWay({ ...message, expiresAt: after(61 * MINUTE) }, [waits, mail], NOW)).toMatchObject({
    kind: 'later',
    way: waits,
  })
  expect(chooseWay({ ...message, expiresAt: after(59 * MINUTE) }, [waits, mail], NOW)).toEqual({
    kind: 'now',
    way: mail,
  })
  expect(chooseWay(message, [waits, mail], NOW)).toMatchObject({ kind: 'later', way: waits })
})

test('a service that has failed for long is waited for by what has no end; a wrong setting by nothing', () => {
  const failing = { ...phone, closed: { until: after(MINUTE), why: 'unavailable' as const } }
  expect(chooseWay(message, [failing, mail], NOW)).toMatchObject({ kind: 'later', way: failing })
  expect(chooseWay({ ...message, expiresAt: after(60 * MINUTE) }, [failing, mail], NOW)).toMatchObject({
    kind: 'now',
    way: mail,
  })
  const wrong = { ...phone, closed: { until: after(MINUTE), why: 'setup' as const } }
  expect(chooseWay(message, [wrong, mail], NOW)).toMatchObject({ kind: 'now', way: mail })
  expect(chooseWay(message, [wrong, null], NOW)).toMatchObject({ kind: 'later', way: wrong })
  // Both: it stays where it is.
  expect(chooseWay(message, [wrong, { ...mail, closed: wrong.closed }], NOW)).toMatchObject({ way: wrong })
  expect(chooseWay({ ...message, expiresAt: after(MINUTE) }, [wrong, null], NOW)).toEqual({
    kind: 'dead',
    failure: 'setup',
  })
})
