import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ONLINE_FOR_MS, OnlineOrganisations } from './online-organisations'
import { Presence } from './presence'
import { decodeFigures, encodeFigures, encodeSlots, GRACE_MS } from './presence-message'
import { presenceQuerySchema } from './presence-query.schema'

describe('presence', () => {
  test('a visit counts once, where its newest stream is, and a while after that closed', () => {
    const presence = new Presence()
    const first = presence.open({ visit: 'a', pavilion: 3, client: 'x' }, 0)
    presence.open({ visit: 'b', pavilion: 3, client: 'x' }, 0)
    expect(presence.inPavilion(3, 0)).toBe(2)
    const second = presence.open({ visit: 'a', pavilion: 4, client: 'x' }, 10)
    expect(second?.replaced).toBe(first?.stream)
    expect([presence.inPavilion(3, 10), presence.inPavilion(4, 10), presence.inHall(10)]).toEqual([1, 1, 2])
    // The replaced stream's end is late news.
    presence.close('a', first?.stream ?? 0, 20)
    expect(presence.inPavilion(4, 20 + GRACE_MS)).toBe(1)
    presence.close('a', second?.stream ?? 0, 30)
    expect(presence.inPavilion(4, 29 + GRACE_MS)).toBe(1)
    expect(presence.inPavilion(4, 30 + GRACE_MS)).toBe(0)
  })

  test('a reconnect within the grace is no news, and replaces nothing', () => {
    const presence = new Presence()
    const first = presence.open({ visit: 'a', pavilion: 3, client: 'x' }, 0)
    presence.close('a', first?.stream ?? 0, 5)
    const second = presence.open({ visit: 'a', pavilion: 3, client: 'x' }, GRACE_MS)
    expect(second?.replaced).toBeNull()
    expect(presence.inPavilion(3, 5 * GRACE_MS)).toBe(1)
  })

  test('one client, one network and the hall can be full; others still come in, and places are free again', () => {
    const presence = new Presence({ mostOfClient: 2, mostOfHall: 10 })
    const open = (visit: string, client: string, now = 0) =>
      presence.open({ visit, pavilion: 1, client }, now) !== null
    expect([open('a', 'x'), open('b', 'x'), open('c', 'x')]).toEqual([true, true, false])
    // Moving on is not one more.
    expect(open('a', 'x')).toBe(true)
    expect(['1', '2', '3', '4', '5'].map((one) => open(`v${one}`, `${one}.n`))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ])
    expect(['6', '7', '8', '9'].map((one) => open(`v${one}`, `${one}.n`))).toEqual([true, true, true, false])
    expect(open('late', 'z')).toBe(false)
    expect(presence.inHall(0)).toBe(10)
    const again = presence.open({ visit: 'a', pavilion: 1, client: 'x' }, 1)
    presence.close('a', again?.stream ?? 0, 2)
    expect(open('c', 'x', 3)).toBe(false)
    expect(open('c', 'x', 3 + GRACE_MS)).toBe(true)
  })

  const step = fc.oneof(
    fc.record({
      kind: fc.constant('open' as const),
      visit: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      pavilion: fc.nat({ max: 3 }),
      client: fc.constantFrom('x', 'y', 'z.n', 'w.n'),
    }),
    // Any stream that ever was, also those that were replaced or are closed.
    fc.record({ kind: fc.constant('close' as const), which: fc.nat({ max: 60 }) }),
    fc.record({ kind: fc.constant('wait' as const), ms: fc.nat({ max: 2 * GRACE_MS }) }),
  )

  test('whatever happens, the figures are the distinct visits that live', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const presence = new Presence()
        const streams: { visit: string; stream: number }[] = []
        /** The slow and plain way: all that is known of each visit. */
        const known = new Map<string, { pavilion: number; stream: number; closedAt: number | null }>()
        let now = 0
        for (const one of steps) {
          if (one.kind === 'wait') now += one.ms
          else if (one.kind === 'open') {
            const opened = presence.open(one, now)
            if (!opened) throw new Error('nothing is full here')
            streams.push({ visit: one.visit, stream: opened.stream })
            known.set(one.visit, { pavilion: one.pavilion, stream: opened.stream, closedAt: null })
          } else {
            const chosen = streams[one.which]
            if (!chosen) continue
            presence.close(chosen.visit, chosen.stream, now)
            const visit = known.get(chosen.visit)
            if (visit?.stream === chosen.stream) visit.closedAt ??= now
          }
          const live = [...known.values()].filter(
            ({ closedAt }) => closedAt === null || closedAt + GRACE_MS > now,
          )
          expect(presence.inHall(now)).toBe(live.length)
          for (const pavilion of [0, 1, 2, 3])
            expect(presence.inPavilion(pavilion, now)).toBe(
              live.filter((visit) => visit.pavilion === pavilion).length,
            )
        }
      }),
    )
  })

  test('limits hold, and are freed, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const presence = new Presence({ mostOfClient: 1, mostOfHall: 3 })
        const streams: { visit: string; stream: number }[] = []
        let now = 0
        for (const one of steps) {
          if (one.kind === 'wait') now += one.ms
          else if (one.kind === 'open') {
            const opened = presence.open(one, now)
            if (opened) streams.push({ visit: one.visit, stream: opened.stream })
          } else {
            const chosen = streams[one.which]
            if (chosen) presence.close(chosen.visit, chosen.stream, now)
          }
          expect(presence.inHall(now)).toBeLessThanOrEqual(3)
        }
        for (const { visit, stream } of streams) presence.close(visit, stream, now)
        now += GRACE_MS
        expect(presence.inHall(now)).toBe(0)
        for (const client of ['x', 'y', 'z.n'])
          expect(presence.open({ visit: client, pavilion: 1, client }, now)).not.toBeNull()
      }),
    )
  })
})

describe('what a stream says', () => {
  test('figures and slots come back as they went', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 9_999 }),
        fc.nat({ max: 9_999 }),
        fc.option(fc.uniqueArray(fc.nat({ max: 400 }))),
        (here, inHall, slots) => {
          const text = encodeFigures(here, inHall, slots && encodeSlots(slots))
          expect(decodeFigures(text)).toEqual({ here, inHall, online: slots && new Set(slots) })
        },
      ),
    )
  })

  test('a whole pavilion online is short; nonsense is nothing', () => {
    expect(
      encodeFigures(2_000, 2_000, encodeSlots(Array.from({ length: 200 }, (_, slot) => slot))),
    ).toHaveLength(44)
    expect(encodeSlots([])).toBe('.')
    expect(encodeSlots([-1, 0.5, 1e9])).toBe('.')
    for (const text of ['', '3', '3 ', 'a b', '-1 4', '1 2 3 4', '1 2 <b>'])
      expect(decodeFigures(text)).toBeNull()
  })

  test('an address that is not ours is refused', () => {
    const parse = (query: Record<string, string>) => presenceQuerySchema.safeParse(query)
    expect(parse({ pavilion: '12', visit: 'AbCdEfGhIjKlMn-_' }).data).toEqual({
      pavilion: 12,
      visit: 'AbCdEfGhIjKlMn-_',
    })
    for (const pavilion of ['', '-1', '1.5', '1e2', '1000', 'a'])
      expect(parse({ pavilion, visit: 'AbCdEfGhIjKlMn-_' }).success).toBe(false)
    for (const visit of ['', 'short', 'a'.repeat(25), 'AbCdEfGhIjKlMn/+', 'AbCdEfGhIjKlMn\n_'])
      expect(parse({ pavilion: '1', visit }).success).toBe(false)
  })
})

test('an organisation is online for five minutes after somebody acted for it last', () => {
  const organisations = new OnlineOrganisations()
  organisations.saw('a', 0)
  organisations.saw('b', 1_000)
  organisations.saw('a', 2_000)
  expect(organisations.at(ONLINE_FOR_MS + 999)).toEqual(['b', 'a'])
  expect(organisations.at(ONLINE_FOR_MS + 1_000)).toEqual(['a'])
  expect(organisations.at(ONLINE_FOR_MS + 2_000)).toEqual([])
})
