import type { Chosen } from './aims'
import type { PairGraph } from './pairs'
import { commonSlots, type Parties } from './parties'

interface Held {
  buyer: number
  sellers: readonly number[]
  value: number
  isMust: boolean
  slots: number[]
}

/**
 * Each party must be able to hold all its meetings at different times: a matching of its meetings with its
 * free slots (Hall), as many at a time as it has seats. Where there is none, the least valuable meeting of
 * those that get in each other's way is dropped. Returns what is left.
 */
export function fitCommonSlots(graph: PairGraph, chosen: Chosen): Chosen {
  const held: Held[] = [
    ...chosen.pairs.map((pair) => ({
      buyer: graph.buyer[pair] as number,
      sellers: [graph.seller[pair] as number],
      value: graph.value[pair] as number,
      isMust: graph.isMust[pair] === 1,
      slots: [],
    })),
    ...chosen.pools.map(({ buyer, sellers, value, isMust }) => ({
      buyer,
      sellers,
      value,
      isMust,
      slots: [],
    })),
  ]
  const ofBuyer = Array.from({ length: graph.buyers.count }, (): number[] => [])
  const ofSeller = Array.from({ length: graph.sellers.count }, (): number[] => [])
  held.forEach((meeting, at) => {
    meeting.slots = commonSlots([
      { parties: graph.buyers, rank: meeting.buyer },
      ...meeting.sellers.map((rank) => ({ parties: graph.sellers, rank })),
    ])
    ofBuyer[meeting.buyer]?.push(at)
    for (const seller of meeting.sellers) ofSeller[seller]?.push(at)
  })
  const dropped = new Uint8Array(held.length)
  const check = (lists: readonly number[][], parties: Parties) =>
    lists.forEach((list, rank) => {
      for (;;) {
        const there = list.filter((at) => dropped[at] === 0)
        const worst = leastOfClash(there, held, parties.seats[rank] ?? 0)
        if (worst < 0) return
        dropped[worst] = 1
      }
    })
  check(ofBuyer, graph.buyers)
  check(ofSeller, graph.sellers)
  const pairCount = chosen.pairs.length
  return {
    pairs: chosen.pairs.filter((_, at) => dropped[at] === 0),
    pools: chosen.pools.filter((_, at) => dropped[pairCount + at] === 0),
  }
}

/** Which of a party's meetings to drop so that fewer get in each other's way; −1: all fit. */
function leastOfClash(list: readonly number[], held: readonly Held[], seats: number): number {
  const sizes = list.map((at) => held[at]?.slots.length ?? 0).sort((a, b) => a - b)
  // The k-th has room for k: then so has every group of k (Hall), and no matching needs to be sought.
  if (sizes.every((size, at) => size * seats > at)) return -1
  const users = new Map<number, number[]>()
  for (const at of list) {
    const seen = new Set<number>()
    const reached = new Set<number>([at])
    if (place(at, held, seats, users, seen, reached)) continue
    return [...reached].reduce((least, other) => (isLess(held[other], held[least]) ? other : least))
  }
  return -1
}

/** Kuhn's augmenting path. `reached`: the meetings that would have had to move. */
function place(
  at: number,
  held: readonly Held[],
  seats: number,
  users: Map<number, number[]>,
  seen: Set<number>,
  reached: Set<number>,
): boolean {
  for (const slot of held[at]?.slots ?? []) {
    if (seen.has(slot)) continue
    seen.add(slot)
    const there = users.get(slot) ?? []
    if (there.length < seats) {
      users.set(slot, [...there, at])
      return true
    }
    for (const other of there) {
      reached.add(other)
      if (place(other, held, seats, users, seen, reached)) {
        users.set(slot, [...there.filter((one) => one !== other), at])
        return true
      }
    }
  }
  return false
}

function isLess(a: Held | undefined, b: Held | undefined): boolean {
  if (!a || !b || a.isMust !== b.isMust) return !!b?.isMust
  return a.value < b.value
}
