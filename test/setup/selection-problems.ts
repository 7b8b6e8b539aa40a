import fc from 'fast-check'
import { CRITERIA } from '~/domain/shared/reason'
import { CandidateRows } from '~/matching/select/points'
import type {
  GroupRule,
  Selection,
  SelectionNeed,
  SelectionParty,
  SelectionProblem,
  Wish,
} from '~/matching/select/selection'

const GROUPS = ['export', 'halal'] as const

export function partyNamed(id: string, more: Partial<SelectionParty> = {}): SelectionParty {
  return {
    id,
    organisationId: id,
    quota: { minimum: 0, maximum: 9 },
    seats: 1,
    away: [],
    isNew: false,
    isFirstServed: id.startsWith('s'),
    groups: [],
    place: { latitude: -6.9, longitude: 107.6 },
    ...more,
  }
}

/** A candidate by indexes; every criterion has the same share, so that the points are 100 × share. */
export interface PlainCandidate {
  buyer: number
  seller: number
  need: number
  share: number
  supply?: number | null
}

export function problemOf(
  parts: Partial<SelectionProblem> & { rows?: readonly PlainCandidate[] },
): SelectionProblem {
  const rows = new CandidateRows(1)
  for (const { share, supply = null, ...row } of parts.rows ?? []) {
    rows.add(
      { ...row, supply },
      CRITERIA.map((criterion) => ({ criterion, share })),
    )
  }
  return {
    buyers: [],
    sellers: [],
    needs: [],
    candidates: rows.table(),
    wishes: [],
    rules: [],
    met: [],
    tables: [1, 1, 1],
    ...parts,
  }
}

/** Small problems of every kind. `isFree`: nobody is ever away, so that quotas alone limit who meets. */
export function anyProblem({ isFree }: { isFree: boolean }): fc.Arbitrary<SelectionProblem> {
  return fc
    .record({
      buyers: fc.integer({ min: 1, max: 3 }),
      sellers: fc.integer({ min: 2, max: 4 }),
      slots: fc.integer({ min: 2, max: 4 }),
    })
    .chain(({ buyers, sellers, slots }) =>
      fc.record({
        buyers: fc.tuple(...Array.from({ length: buyers }, (_, at) => anyParty(`b${at}`, slots, isFree))),
        sellers: fc.tuple(...Array.from({ length: sellers }, (_, at) => anyParty(`s${at}`, slots, isFree))),
        volumes: fc.array(fc.integer({ min: 20, max: 120 }), { minLength: buyers, maxLength: buyers + 1 }),
        tables: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: slots, maxLength: slots }),
        rows: fc.array(fc.option(anyRow(), { freq: 4 }), { minLength: 16, maxLength: 16 }),
        wishes: fc.array(anyWish(buyers, sellers), { maxLength: 3 }),
        met: fc.array(anyPair(buyers, sellers), { maxLength: 2 }),
        rules: fc.option(anyRule(), { freq: 1 }).map((rule) => (rule ? [rule] : [])),
      }),
    )
    .map(({ volumes, rows, ...rest }) => {
      // The first needs are of one buyer each; every seller may fit every need.
      const buyers = rest.buyers.length
      const needs = volumes.map((volume, at): SelectionNeed => ({ id: `n${at}`, buyer: at % buyers, volume }))
      const fitting = needs.flatMap(({ buyer }, need) =>
        rest.sellers.flatMap((_, seller) => {
          const row = rows[need * rest.sellers.length + seller]
          return row ? [{ ...row, buyer, need, seller }] : []
        }),
      )
      return problemOf({ ...rest, needs, rows: fitting })
    })
}

function anyRow() {
  return fc.record({
    share: fc.integer({ min: 0, max: 20 }).map((twentieths) => Math.min(1, twentieths / 12)),
    supply: fc.option(fc.integer({ min: 0, max: 50 }), { freq: 9 }),
  })
}

function anyParty(id: string, slots: number, isFree: boolean): fc.Arbitrary<SelectionParty> {
  return fc
    .record({
      minimum: fc.nat(2),
      maximum: fc.oneof(
        { weight: 1, arbitrary: fc.constant(0) },
        { weight: 9, arbitrary: fc.integer({ min: 1, max: 4 }) },
      ),
      seats: fc.integer({ min: 1, max: 2 }),
      away: isFree ? fc.constant([]) : fc.uniqueArray(fc.nat(slots - 1), { maxLength: slots - 1 }),
      isNew: fc.boolean(),
      isFirstServed: fc.boolean(),
      groups: fc.subarray([...GROUPS]),
      isSame: fc.integer({ min: 0, max: 19 }),
    })
    .map(({ minimum, maximum, isSame, ...rest }) =>
      partyNamed(id, {
        ...rest,
        quota: { minimum: Math.min(minimum, maximum), maximum },
        organisationId: isSame === 7 ? 'both' : id,
      }),
    )
}

function anyPair(buyers: number, sellers: number) {
  return fc.record({
    buyer: fc.nat(buyers - 1).map((at) => `b${at}`),
    seller: fc.nat(sellers - 1).map((at) => `s${at}`),
  })
}

function anyWish(buyers: number, sellers: number): fc.Arbitrary<Wish> {
  return fc
    .record({
      pair: anyPair(buyers, sellers),
      from: fc.constantFrom('buyer' as const, 'seller' as const),
      kind: fc.constantFrom('must' as const, 'nice' as const, 'never' as const),
    })
    .map(({ pair, from, kind }) => ({ ...pair, from, kind }))
}

function anyRule(): fc.Arbitrary<GroupRule> {
  return fc.record({
    name: fc.constant('rule'),
    side: fc.constantFrom('buyer' as const, 'seller' as const),
    who: fc.constantFrom(...GROUPS),
    may: fc.constantFrom('only' as const, 'never' as const),
    whom: fc.constantFrom(...GROUPS),
  })
}

/** Every hard rule that a selection breaks, in words; written without the engine's own code. */
export function brokenRules(problem: SelectionProblem, { meetings }: Pick<Selection, 'meetings'>): string[] {
  const broken: string[] = []
  const seen = new Set<string>()
  const numbers = problem.buyers.map((_, at) => meetings.filter(({ buyer }) => buyer === at).length)
  if (!haveTables(problem, numbers)) broken.push('more meetings than tables in free slots')
  const sides = [
    ...problem.buyers.map((party, at) => ({ party, own: meetings.filter(({ buyer }) => buyer === at) })),
    ...problem.sellers.map((party, at) => ({
      party,
      own: meetings.filter(({ sellers }) => sellers.includes(at)),
    })),
  ]
  const slotsOf = ({ buyer, sellers }: (typeof meetings)[number]) =>
    problem.tables.flatMap((_, slot) => {
      const members = [problem.buyers[buyer], ...sellers.map((seller) => problem.sellers[seller])]
      return members.some((member) => member?.away.includes(slot)) ? [] : [slot]
    })
  for (const { party, own } of sides) {
    if (own.length > party.quota.maximum) broken.push(`${party.id} above its maximum`)
    if (!fits(own.map(slotsOf), new Array<number>(problem.tables.length).fill(party.seats))) {
      broken.push(`${party.id} has no time for all`)
    }
  }
  for (const meeting of meetings) {
    for (const at of meeting.sellers) {
      const buyer = problem.buyers[meeting.buyer]
      const seller = problem.sellers[at]
      if (!buyer || !seller) continue
      const pair = `${buyer.id} ${seller.id}`
      if (seen.has(pair)) broken.push(`${pair} twice`)
      seen.add(pair)
      if (buyer.organisationId === seller.organisationId) broken.push(`${pair} is one organisation`)
      if (isNever(problem, buyer.id, seller.id)) broken.push(`${pair} never`)
      if (problem.rules.some((rule) => isAgainst(rule, buyer, seller))) broken.push(`${pair} against a rule`)
    }
  }
  return broken
}

export function isNever(problem: SelectionProblem, buyer: string, seller: string): boolean {
  return problem.wishes.some(
    (wish) => wish.kind === 'never' && wish.buyer === buyer && wish.seller === seller,
  )
}

export function isAgainst(rule: GroupRule, buyer: SelectionParty, seller: SelectionParty): boolean {
  const [one, other] = rule.side === 'buyer' ? [buyer, seller] : [seller, buyer]
  if (!one.groups.includes(rule.who)) return false
  return other.groups.includes(rule.whom) === (rule.may === 'never')
}

/** Whether every meeting can have one of its slots, each slot as often as there is room. */
export function fits(meetings: readonly (readonly number[])[], room: readonly number[]): boolean {
  const [first, ...rest] = meetings
  if (!first) return true
  return first.some((slot) => {
    const left = room[slot] ?? 0
    return left > 0 && fits(rest, room.with(slot, left - 1))
  })
}

/**
 * Whether so many meetings of each buyer have tables (and sellers) in its free slots, by augmenting paths
 * over slots.
 */
function haveTables({ buyers, sellers, ...problem }: SelectionProblem, numbers: readonly number[]): boolean {
  const there = (slot: number) =>
    sellers.reduce((sum, { seats, away }) => sum + (away.includes(slot) ? 0 : seats), 0)
  const tables = problem.tables.map((count, slot) => Math.min(count, there(slot)))
  const users = tables.map((): number[] => [])
  const place = (buyer: number, seen: Set<number>): boolean =>
    tables.some((count, slot) => {
      const there = users[slot] ?? []
      const party = buyers[buyer]
      if (!party || seen.has(slot) || party.away.includes(slot)) return false
      if (there.filter((other) => other === buyer).length >= party.seats) return false
      seen.add(slot)
      const at = there.length < count ? there.length : there.findIndex((other) => place(other, seen))
      if (at < 0) return false
      users[slot] = there.toSpliced(at, 1, buyer)
      return true
    })
  return numbers.every((number, buyer) =>
    Array.from({ length: number }).every(() => place(buyer, new Set<number>())),
  )
}
