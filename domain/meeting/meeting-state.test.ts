import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MEETING_SIDES, type MeetingSide, type MeetingState, OUTCOME_KINDS } from '../shared/enums'
import {
  actionsOf,
  isOpen,
  type MeetingChange,
  type MeetingFacts,
  nextMeeting,
  openProposal,
  requestExpiry,
  stateAt,
  timeProblem,
} from './meeting-state'
import { MEETING_ACTIONS } from './meeting-view'

const HOUR = 3_600_000
const start = new Date('2026-11-22T03:00:00Z')
const at = (hours: number) => new Date(start.getTime() + hours * HOUR)
const slot = (hours: number) => ({ startsAt: at(hours), endsAt: at(hours + 1 / 3) })

const requested: MeetingFacts = { ...slot(72), state: 'requested', expiresAt: at(48), proposal: null }
const booked: MeetingFacts = { ...slot(72), state: 'booked', expiresAt: null, proposal: null }

describe('how long a request waits', () => {
  test.each([
    ['two days', 72, 48],
    ['until two hours before its time', 24, 22],
    ['one hour at least', 2, 1],
    ['one hour at least, also just before it', 2.5, 1],
  ])('%s', (_, startsIn, hours) => {
    expect(requestExpiry(at(startsIn), start)).toEqual(at(hours))
  })
})

test('a time can be asked for from two hours to 180 days ahead', () => {
  const problem = (hours: number) => timeProblem(at(hours), start)
  expect([-1, 0, 1.99, 2, 180 * 24, 180 * 24 + 0.01].map(problem)).toEqual([
    'past',
    'past',
    'too-soon',
    null,
    null,
    'too-far',
  ])
  expect(timeProblem(new Date(Number.NaN), start)).toBe('past')
})

describe('what each side may do', () => {
  const both = (facts: MeetingFacts, now = start) => MEETING_SIDES.map((side) => actionsOf(facts, side, now))
  const proposedBy = (by: MeetingSide, facts: MeetingFacts, hours = 80): MeetingFacts => ({
    ...facts,
    proposal: { ...slot(hours), by },
  })
  test.each<[string, MeetingFacts, Date, string[], string[]]>([
    ['a request', requested, start, ['accept', 'decline', 'move'], ['withdraw']],
    ['a request that ran out', requested, at(48), [], []],
    [
      'a request with another time',
      proposedBy('host', requested),
      start,
      ['accept', 'decline', 'move'],
      ['withdraw', 'accept-move', 'decline-move'],
    ],
    [
      'a request whose own time has passed, with another one',
      { ...proposedBy('host', requested), expiresAt: at(100) },
      at(73),
      ['decline', 'move'],
      ['withdraw', 'accept-move', 'decline-move'],
    ],
    ['a booked meeting', booked, start, ['move', 'cancel'], ['move', 'cancel']],
    ['one that has begun', booked, at(72.1), ['move', 'cancel'], ['move', 'cancel']],
    [
      'one with a proposal',
      proposedBy('guest', booked),
      start,
      ['move', 'accept-move', 'decline-move', 'cancel'],
      ['move', 'cancel'],
    ],
    [
      'one with a proposal that has passed',
      proposedBy('guest', booked, 10),
      at(11),
      ['move', 'cancel'],
      ['move', 'cancel'],
    ],
    ['one that is over', proposedBy('guest', booked), at(73), ['tell-outcome'], ['tell-outcome']],
    ['a held one', { ...booked, state: 'held' }, at(73), ['tell-outcome'], ['tell-outcome']],
    ['a cancelled one', { ...booked, state: 'cancelled' }, start, [], []],
    ['a declined one', { ...requested, state: 'declined' }, start, [], []],
    ['a withdrawn one', { ...requested, state: 'withdrawn' }, start, [], []],
    ['an expired one', { ...requested, state: 'expired' }, start, [], []],
  ])('%s', (_, facts, now, host, guest) => {
    expect(both(facts, now)).toEqual([host, guest])
  })
})

test('only the guest takes a published time at once, and only a booked meeting moves so', () => {
  const move: MeetingChange = { kind: 'move', to: slot(90), atOnce: true }
  expect(nextMeeting(booked, move, 'guest', start)).toMatchObject({
    event: 'moved',
    calendarChanges: true,
    facts: { ...slot(90), state: 'booked', proposal: null },
  })
  expect(nextMeeting(booked, move, 'host', start)).toMatchObject({
    event: 'move-proposed',
    calendarChanges: false,
    facts: { ...slot(72), proposal: { ...slot(90), by: 'host' } },
  })
  expect(nextMeeting(requested, move, 'guest', start)).toBeNull()
})

test('an answer with another time gives the one who asked time to look at it', () => {
  const answered = nextMeeting(requested, { kind: 'move', to: slot(200), atOnce: false }, 'host', at(47))
  expect(answered?.facts.expiresAt).toEqual(at(47 + 48))
})

test('the same time is no other time', () => {
  for (const atOnce of [true, false]) {
    expect(nextMeeting(booked, { kind: 'move', to: slot(72), atOnce }, 'guest', start)).toBeNull()
  }
})

test('not held leaves a meeting booked, any other word makes it held, for good', () => {
  const tell = (facts: MeetingFacts, outcome: (typeof OUTCOME_KINDS)[number]) =>
    nextMeeting(facts, { kind: 'tell-outcome', outcome }, 'guest', at(73))?.facts.state
  expect(OUTCOME_KINDS.map((kind) => tell(booked, kind))).toEqual(
    OUTCOME_KINDS.map((kind) => (kind === 'not-held' ? 'booked' : 'held')),
  )
  expect(tell({ ...booked, state: 'held' }, 'not-held')).toBe('held')
})

/** Written down once more, apart from the code: what may follow what. */
const FOLLOWS: Record<MeetingState, readonly MeetingState[]> = {
  requested: ['requested', 'booked', 'declined', 'withdrawn', 'expired'],
  booked: ['booked', 'cancelled', 'held'],
  held: ['held'],
  declined: [],
  withdrawn: [],
  expired: [],
  cancelled: [],
}
const BY: Record<MeetingChange['kind'], readonly (MeetingSide | null)[]> = {
  accept: ['host'],
  decline: ['host'],
  withdraw: ['guest'],
  cancel: MEETING_SIDES,
  move: MEETING_SIDES,
  'accept-move': MEETING_SIDES,
  'decline-move': MEETING_SIDES,
  'tell-outcome': MEETING_SIDES,
  expire: [null],
}

const change: fc.Arbitrary<(now: Date) => MeetingChange> = fc.oneof(
  fc
    .constantFrom(
      ...(['accept', 'decline', 'withdraw', 'cancel', 'accept-move', 'decline-move', 'expire'] as const),
    )
    .map((kind) => () => ({ kind })),
  fc
    .record({ hours: fc.integer({ min: -30, max: 200 }), atOnce: fc.boolean() })
    .map(({ hours, atOnce }) => (now: Date) => {
      const startsAt = new Date(now.getTime() + hours * HOUR)
      return {
        kind: 'move' as const,
        atOnce,
        to: { startsAt, endsAt: new Date(startsAt.getTime() + HOUR / 3) },
      }
    }),
  fc.constantFrom(...OUTCOME_KINDS).map((outcome) => () => ({ kind: 'tell-outcome' as const, outcome })),
)
const happening = fc.record({
  change,
  by: fc.constantFrom<MeetingSide | null>('host', 'guest', 'host', 'guest', null),
  // Mostly minutes, sometimes days: beyond expiry, proposals and the meeting's end.
  later: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 6000 })),
})

function checkFields(facts: MeetingFacts, now: Date) {
  expect(facts.endsAt.getTime()).toBeGreaterThan(facts.startsAt.getTime())
  if (facts.state === 'requested') expect(facts.expiresAt).not.toBeNull()
  if (facts.proposal) {
    expect(['requested', 'booked']).toContain(facts.state)
    expect(facts.proposal.startsAt).not.toEqual(facts.startsAt)
    expect(facts.proposal.endsAt.getTime()).toBeGreaterThan(facts.proposal.startsAt.getTime())
  }
  const open = openProposal(facts, now)
  if (open) expect(open.startsAt.getTime()).toBeGreaterThan(now.getTime())
  if (!isOpen(facts, now)) expect(open).toBeNull()
}

test('any sequence of events leaves a meeting in an allowed state with the fields that go with it', () => {
  const reached = new Set<string>()
  fc.assert(
    fc.property(
      fc.constantFrom(requested, booked),
      fc.array(happening, { minLength: 1, maxLength: 40 }),
      (first, happenings) => {
        let facts = first
        let now = start
        for (const { change: make, by, later } of happenings) {
          now = new Date(now.getTime() + later * 60_000)
          const wanted = make(now)
          const before = stateAt(facts, now)
          const step = nextMeeting(facts, wanted, by, now)
          const actions = by === null ? [] : actionsOf(facts, by, now)
          const action = MEETING_ACTIONS.find((known) => known === wanted.kind)
          if (!step) {
            // Only a time can be refused of a kind that is allowed.
            if (action && action !== 'move') expect(actions).not.toContain(action)
            continue
          }
          reached.add(`${facts.state}→${step.facts.state}`)
          if (action) expect(actions).toContain(action)
          expect(BY[wanted.kind]).toContain(by)
          expect(FOLLOWS[facts.state]).toContain(step.facts.state)
          if (wanted.kind === 'expire') expect(before).toBe('expired')
          else expect(FOLLOWS[before]).toContain(step.facts.state)
          const moved = step.facts.startsAt.getTime() !== facts.startsAt.getTime()
          expect(step.calendarChanges).toBe(
            (facts.state !== 'booked' && step.facts.state === 'booked') ||
              ['declined', 'withdrawn', 'expired', 'cancelled'].includes(step.facts.state) ||
              (facts.state === 'booked' && moved),
          )
          if (moved) expect(step.facts.startsAt.getTime()).toBeGreaterThan(now.getTime())
          facts = step.facts
          checkFields(facts, now)
        }
      },
    ),
    { numRuns: 2_000, seed: 20261208 },
  )
  // The sequences got everywhere.
  expect([...reached].sort()).toEqual(
    Object.entries(FOLLOWS)
      .flatMap(([from, tos]) => tos.map((to) => `${from}→${to}`))
      .sort(),
  )
})
