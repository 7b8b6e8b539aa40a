import type { InputProblem, SelectionParty, SelectionProblem, Side, Wish } from './selection'

/** Bits of a word of free slots. */
const WORD = 31

/** One side, in the order of ids (by which everything is decided, so that the input's order never matters). */
export interface Parties {
  side: Side
  count: number
  /** From place in this order to index in the problem, and back; −1: left out. */
  index: Int32Array
  rank: Int32Array
  rankOfId: Map<string, number>
  /** The most meetings: the quota's maximum, and no more than its free slots times seats. */
  capacity: Int32Array
  /** The fewest that it should have, as far as its capacity goes. */
  minimum: Int32Array
  isFirstServed: Uint8Array
  seats: Int32Array
  /** Free slots as bits, `words` words a party. */
  free: Int32Array
  words: number
}

export function compileParties(problem: SelectionProblem, side: Side, problems: InputProblem[]): Parties {
  const parties = side === 'buyer' ? problem.buyers : problem.sellers
  const rankOfId = new Map<string, number>()
  const kept: { party: SelectionParty; at: number }[] = []
  const sorted = parties
    .map((party, at) => ({ party, at }))
    .sort((a, b) => (a.party.id < b.party.id ? -1 : a.party.id > b.party.id ? 1 : a.at - b.at))
  for (const entry of sorted) {
    const { id, quota } = entry.party
    if (rankOfId.has(id)) {
      problems.push({ code: 'duplicate-party', side, id })
      continue
    }
    if (quota.minimum > quota.maximum) problems.push({ code: 'minimum-above-maximum', side, id })
    rankOfId.set(id, kept.length)
    kept.push(entry)
  }
  const count = kept.length
  const slotCount = problem.tables.length
  const words = Math.max(1, Math.ceil(slotCount / WORD))
  const compiled: Parties = {
    side,
    count,
    index: Int32Array.from(kept, ({ at }) => at),
    rank: new Int32Array(parties.length).fill(-1),
    rankOfId,
    capacity: new Int32Array(count),
    minimum: new Int32Array(count),
    isFirstServed: Uint8Array.from(kept, ({ party }) => (party.isFirstServed ? 1 : 0)),
    seats: Int32Array.from(kept, ({ party }) => wholeAbove0(party.seats)),
    free: new Int32Array(count * words),
    words,
  }
  kept.forEach(({ party, at }, rank) => {
    compiled.rank[at] = rank
    const away = new Set(party.away)
    let free = 0
    for (let slot = 0; slot < slotCount; slot += 1) {
      if (away.has(slot)) continue
      free += 1
      const word = rank * words + Math.floor(slot / WORD)
      compiled.free[word] = (compiled.free[word] ?? 0) | (1 << (slot % WORD))
    }
    const capacity = Math.min(wholeAbove0(party.quota.maximum), free * wholeAbove0(party.seats))
    compiled.capacity[rank] = capacity
    compiled.minimum[rank] = Math.min(wholeAbove0(party.quota.minimum), capacity)
  })
  return compiled
}

/** What it should have at least: its minimum, and one meeting for whoever is served first. */
export function wantedOf(parties: Parties, rank: number): number {
  return Math.max(parties.minimum[rank] ?? 0, parties.isFirstServed[rank] ?? 0)
}

export function haveCommonSlot(one: Parties, a: number, other: Parties, b: number): boolean {
  for (let word = 0; word < one.words; word += 1) {
    if (((one.free[a * one.words + word] ?? 0) & (other.free[b * other.words + word] ?? 0)) !== 0) return true
  }
  return false
}

/** The slots of some parties' common free time, ascending. */
export function commonSlots(members: readonly { parties: Parties; rank: number }[]): number[] {
  const slots: number[] = []
  const words = members[0]?.parties.words ?? 0
  for (let word = 0; word < words; word += 1) {
    let common = -1
    for (const { parties, rank } of members) common &= parties.free[rank * words + word] ?? 0
    for (let bit = 0; bit < WORD; bit += 1) if (common & (1 << bit)) slots.push(word * WORD + bit)
  }
  return slots
}

/** How many meetings each slot can have: no more than tables, nor than people of either side who are there. */
export function usableTables(tables: readonly number[], sides: readonly Parties[]): number[] {
  return tables.map((count, slot) => {
    const word = Math.floor(slot / WORD)
    const bit = 1 << (slot % WORD)
    const seats = sides.map((parties) => {
      let there = 0
      for (let rank = 0; rank < parties.count; rank += 1) {
        if ((parties.free[rank * parties.words + word] ?? 0) & bit) there += parties.seats[rank] ?? 0
      }
      return there
    })
    return wholeAbove0(Math.min(count, ...seats))
  })
}

const NEVER = 1
const MUST = 2
const NICE_FROM_BUYER = 4
const NICE_FROM_SELLER = 8
const MET = 16

/** What is said of pairs, duplicates being one. */
export class PairNotes {
  readonly #bits = new Map<number, number>()
  readonly #sellers: number

  constructor(problem: SelectionProblem, buyers: Parties, sellers: Parties, problems: InputProblem[]) {
    this.#sellers = Math.max(1, sellers.count)
    const unknown = new Set<string>()
    const keyOf = (buyer: string, seller: string): number | null => {
      const b = buyers.rankOfId.get(buyer)
      const s = sellers.rankOfId.get(seller)
      if (b === undefined) unknown.add(`buyer ${buyer}`)
      if (s === undefined) unknown.add(`seller ${seller}`)
      return b === undefined || s === undefined ? null : b * this.#sellers + s
    }
    const note = (buyer: string, seller: string, bit: number) => {
      const key = keyOf(buyer, seller)
      if (key !== null) this.#bits.set(key, (this.#bits.get(key) ?? 0) | bit)
    }
    for (const wish of problem.wishes) note(wish.buyer, wish.seller, bitOf(wish))
    for (const { buyer, seller } of problem.met) note(buyer, seller, MET)
    for (const name of [...unknown].sort()) {
      const space = name.indexOf(' ')
      const side = name.startsWith('buyer') ? 'buyer' : 'seller'
      problems.push({ code: 'unknown-party', side, id: name.slice(space + 1) })
    }
  }

  #of(buyer: number, seller: number): number {
    return this.#bits.get(buyer * this.#sellers + seller) ?? 0
  }

  of(buyer: number, seller: number) {
    const bits = this.#of(buyer, seller)
    return {
      isNever: (bits & NEVER) !== 0,
      isMust: (bits & MUST) !== 0,
      niceSides: (bits & NICE_FROM_BUYER ? 1 : 0) + (bits & NICE_FROM_SELLER ? 1 : 0),
      haveMet: (bits & MET) !== 0,
    }
  }

  /** Pairs that somebody wishes for, in order. */
  wished(): { buyer: number; seller: number }[] {
    return [...this.#bits]
      .filter(([, bits]) => (bits & (MUST | NICE_FROM_BUYER | NICE_FROM_SELLER)) !== 0)
      .map(([key]) => key)
      .sort((a, b) => a - b)
      .map((key) => ({ buyer: Math.floor(key / this.#sellers), seller: key % this.#sellers }))
  }
}

function bitOf({ kind, from }: Wish): number {
  if (kind === 'never') return NEVER
  if (kind === 'must') return MUST
  return from === 'buyer' ? NICE_FROM_BUYER : NICE_FROM_SELLER
}

function wholeAbove0(count: number): number {
  return Number.isFinite(count) ? Math.max(0, Math.floor(count)) : 0
}
