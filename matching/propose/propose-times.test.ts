import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FreeSpan, overlaps, type ProposalInput } from './proposal'
import { proposeTimes } from './propose-times'
import { dayCost, settle } from './settle'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const START = Date.UTC(2026, 10, 30)

/** A time of a day (from 0) by the clock. */
function span(day: number, clock: string, minutes = 20): FreeSpan {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  const from = START + day * DAY_MS + (hour * 60 + minute) * MINUTE_MS
  return { from, until: from + minutes * MINUTE_MS, day }
}
const host = (id: string, ...free: FreeSpan[]) => ({ id, free })
const propose = (hosts: ProposalInput['hosts'], taken: FreeSpan[] = []) =>
  proposeTimes({ hosts, taken, most: 3, mostOfDay: 2 })
/** 'day clock reason' of each time. */
const told = (proposals: ReturnType<typeof propose>) =>
  Object.fromEntries(
    proposals.map(({ id, times }) => [
      id,
      times.map(({ from, reason }) => {
        const day = Math.floor((from - START) / DAY_MS)
        return `${day} ${new Date(from).toISOString().slice(11, 16)} ${reason.code}`
      }),
    ]),
  )

describe('proposeTimes', () => {
  it('gives two hosts that are free at the same times two times beside each other', () => {
    const free = [span(0, '09:00'), span(0, '09:25'), span(0, '09:50'), span(0, '10:15'), span(1, '09:00')]
    expect(told(propose([host('a', ...free), host('b', ...free)]))).toEqual({
      a: ['0 09:00 first-free', '0 09:50 after-proposal', '1 09:00 another-day'],
      b: ['0 09:25 after-proposal', '0 09:50 after-proposal', '1 09:00 another-day'],
    })
  })

  it('lies next to what the reader has that day, and says with which meeting', () => {
    const free = ['13:00', '13:25', '15:00', '15:25', '17:00'].map((clock) => span(0, clock))
    const [proposal] = propose([host('a', ...free)], [span(0, '14:00', 45)])
    expect(proposal?.times.map(({ reason }) => reason)).toEqual([
      { code: 'before-meeting', at: span(0, '14:00').from },
      { code: 'before-meeting', at: span(0, '14:00').from },
    ])
    const [after] = propose([host('a', ...free.slice(2))], [span(0, '14:00', 45)])
    expect(after?.times[0]).toMatchObject({
      from: span(0, '15:00').from,
      reason: { code: 'after-meeting', at: span(0, '14:00').from },
    })
  })

  it('uses what a meeting of the reader’s leaves of its hour', () => {
    const [proposal] = propose([host('a', span(0, '09:25'), span(7, '09:00'))], [span(0, '09:00')])
    expect(proposal?.times[0]).toMatchObject({
      from: span(0, '09:25').from,
      reason: { code: 'after-meeting' },
    })
  })

  it('moves whoever can move for one that can not', () => {
    const proposals = propose([
      host('free', span(0, '09:00'), span(1, '09:00')),
      host('bound', span(0, '09:10')),
    ])
    expect(told(proposals)).toEqual({
      free: ['1 09:00 free-for-both', '0 09:00 first-free'],
      bound: ['0 09:10 first-free'],
    })
  })

  it('says so when two have nothing but the same time', () => {
    const proposals = propose([host('a', span(0, '09:00')), host('b', span(0, '09:10'))])
    expect(proposals.map(({ times }) => times[0]?.reason)).toEqual([
      { code: 'only-time', host: 'b' },
      { code: 'only-time', host: 'a' },
    ])
  })

  it('puts at most six meetings into a day, and no more days into the calendar than that takes', () => {
    const day = (at: number) =>
      Array.from({ length: 10 }, (_, hour) => span(at, `${String(8 + hour).padStart(2, '0')}:00`, 60))
    const hosts = Array.from({ length: 11 }, (_, at) => host(`h${at}`, ...day(0), ...day(1), ...day(2)))
    const days = propose(hosts).map(({ times }) => Math.floor(((times[0]?.from ?? 0) - START) / DAY_MS))
    for (const day of [0, 1, 2]) expect(days.filter((at) => at === day).length).toBeLessThanOrEqual(6)
    expect(days).not.toContain(2)
  })

  it('has nothing for a host without free times, and nothing for no hosts', () => {
    expect(propose([host('a')])).toEqual([{ id: 'a', times: [] }])
    expect(propose([])).toEqual([])
    expect(propose([host('a'), host('b', span(0, '09:00'))])[1]?.times).toHaveLength(1)
  })
})

const anyHosts = fc
  .array(
    fc.record({
      length: fc.constantFrom(20, 30, 45, 90),
      gap: fc.constantFrom(0, 5, 10),
      start: fc.integer({ min: 420, max: 800 }),
      days: fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 5 }),
      count: fc.integer({ min: 1, max: 6 }),
    }),
    { maxLength: 11 },
  )
  .map((hosts) =>
    hosts.map(({ length, gap, start, days, count }, at) => ({
      id: `h${at}`,
      free: [...days]
        .sort((a, b) => a - b)
        .flatMap((day) =>
          Array.from({ length: count }, (_, i): FreeSpan => {
            const from = START + day * DAY_MS + (start + i * (length + gap)) * MINUTE_MS
            return { from, until: from + length * MINUTE_MS, day }
          }),
        ),
    })),
  )
const anyTaken = fc.uniqueArray(
  fc
    .record({ day: fc.integer({ min: 0, max: 6 }), hour: fc.integer({ min: 7, max: 15 }) })
    .map(({ day, hour }) => span(day, `${hour}:00`)),
  { maxLength: 6, selector: ({ from }) => from },
)
/** As the domain gives it: what is free for both doesn't overlap what the reader has. */
const anyInput = fc.tuple(anyHosts, anyTaken).map(
  ([hosts, taken]): ProposalInput => ({
    hosts: hosts.map(({ id, free }) => ({
      id,
      free: free.filter((time) => !taken.some((other) => overlaps(time, other))),
    })),
    taken,
    most: 3,
    mostOfDay: 2,
  }),
)

describe('any proposal', () => {
  it('is of the free times, not too many, not too many of a day, and one where there is any', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const [at, { id, times }] of proposeTimes(input).entries()) {
          const { free, id: wanted } = input.hosts[at] ?? { free: [], id: '' }
          expect(id).toBe(wanted)
          expect(times.length > 0).toBe(free.length > 0)
          expect(times.length).toBeLessThanOrEqual(3)
          const found = times.map(({ from }) => free.find((time) => time.from === from))
          expect(found).not.toContain(undefined)
          expect(new Set(found).size).toBe(found.length)
          for (const time of found) {
            expect(found.filter((other) => other?.day === time?.day).length).toBeLessThanOrEqual(2)
          }
        }
      }),
    )
  })

  it('keeps the first times of all hosts apart from each other, unless it says that there is no other', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const firsts = proposeTimes(input).flatMap(({ times: [first] }) => (first ? [first] : []))
        for (const [at, first] of firsts.entries()) {
          const clashes = firsts.filter((other, i) => i !== at && overlaps(first, other))
          expect(clashes.length > 0).toBe(first.reason.code === 'only-time')
          expect(input.taken.some((other) => overlaps(first, other))).toBe(false)
        }
      }),
    )
  })

  it('is the same for the same input', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(proposeTimes(structuredClone(input))).toEqual(proposeTimes(input))
      }),
      { numRuns: 30 },
    )
  })
})

describe('settle', () => {
  const costOf = (spans: readonly FreeSpan[]) => {
    const days = new Set(spans.map(({ day }) => day))
    return [...days].reduce((sum, at) => sum + dayCost(spans.filter(({ day }) => day === at)), 0)
  }

  it('keeps every host, lets nothing clash, and makes the calendar no dearer', () => {
    fc.assert(
      fc.property(anyInput, fc.infiniteStream(fc.nat()), (input, choices) => {
        const chosen: FreeSpan[] = []
        const proposed = input.hosts.map(({ free }) => {
          const clear = free.filter((time) => !chosen.some((other) => overlaps(other, time)))
          const time = clear[(choices.next().value ?? 0) % Math.max(1, clear.length)]
          if (time) chosen.push(time)
          return time
        })
        const settled = settle(input, proposed)
        expect(settled.map(Boolean)).toEqual(proposed.map(Boolean))
        const held = settled.filter((time) => time !== undefined)
        for (const [at, time] of held.entries()) {
          expect([...input.taken, ...held.slice(at + 1)].some((other) => overlaps(other, time))).toBe(false)
        }
        const later = (spans: readonly FreeSpan[]) => spans.reduce((sum, { day }) => sum + day, 0)
        // Hours count for a quarter of a day at most.
        const before = costOf([...input.taken, ...chosen]) + later(chosen)
        expect(costOf([...input.taken, ...held]) + later(held)).toBeLessThanOrEqual(
          before + 0.25 * held.length,
        )
      }),
    )
  })

  it('draws all into one morning that are free on the same mornings', () => {
    const morning = (day: number) => ['09:00', '09:25', '09:50', '10:15'].map((clock) => span(day, clock))
    const hosts = ['a', 'b', 'c', 'd'].map((id) => host(id, ...morning(0), ...morning(1)))
    const firsts = propose(hosts).map(({ times: [first] }) => first?.from)
    expect([...firsts].sort()).toEqual(morning(0).map(({ from }) => from))
  })

  it('begins as early as the first of them can, where they would hold each other back', () => {
    const from = (...clocks: string[]) => clocks.map((clock) => span(0, clock))
    const free = from('09:00', '09:25', '09:50', '10:15')
    const hosts = [host('late', ...free.slice(2)), host('a', ...free), host('b', ...free)]
    const settled = settle({ hosts, taken: [] }, from('10:15', '09:50', '09:25'))
    expect(settled.map((time) => time?.from).sort()).toEqual(free.slice(0, 3).map((time) => time.from))
  })

  it('waits a day for a calendar without a gap, but not weeks', () => {
    const soon = propose(
      [host('a', span(0, '15:00'), span(1, '10:30'))],
      [span(0, '09:00'), span(1, '10:00')],
    )
    expect(soon[0]?.times[0]?.from).toBe(span(1, '10:30').from)
    const late = propose(
      [host('a', span(0, '15:00'), span(20, '10:30'))],
      [span(0, '09:00'), span(20, '10:00')],
    )
    expect(late[0]?.times[0]?.from).toBe(span(0, '15:00').from)
  })
})
