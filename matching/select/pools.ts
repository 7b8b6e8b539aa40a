import { CRITERIA } from '~/domain/shared/reason'
import type { Pool } from './aims'
import { findPair, type PairGraph, pairPoints } from './pairs'
import { commonSlots } from './parties'
import { fullPoints } from './points'

/** The most pesantren at one table with one buyer. */
const MOST_MEMBERS = 4
/** How far members may be from each other: about an hour and a half of road, one lorry's round. */
const NEAR_KILOMETRES = 60
/** From this share of the product's points on it is the same product: all words of the need are there. */
export const SAME_PRODUCT = 0.75
/** Members that a group is begun with, and groups kept, for each need. */
const MOST_BEGINNINGS = 40
const MOST_POOLS = 3
const EARTH_KILOMETRES = 6371

interface Member {
  seller: number
  supply: number
  /** Points of all criteria but the volume, with newness and wishes. */
  points: number
  latitude: number
  longitude: number
}

/**
 * Groups for the needs that no single candidate can fill (whose own supply isn't known counts as none): up
 * to four sellers of the same product, each within 60 km of all others, who together have the volume and a
 * slot in which all are free. A group's value is its members' mean with the whole of the volume's points:
 * one meeting is worth as one meeting. At most three groups a need; the selection takes at most one.
 */
export function proposePools(graph: PairGraph): Pool[] {
  const { candidates, needs } = graph.problem
  const supplied = new Uint8Array(needs.length)
  const rowsOf = new Map<number, number[]>()
  for (let row = 0; row < candidates.count; row += 1) {
    const need = candidates.need[row] as number
    const volume = needs[need]?.volume
    // Whoever is of the field alone has other goods: it fills no need, whatever it has of them.
    if (volume === undefined || rankPair(graph, row) < 0 || !isSameProduct(graph, row)) continue
    if ((candidates.supply[row] as number) >= volume) supplied[need] = 1
    const rows = rowsOf.get(need)
    if (supplied[need] === 1) rowsOf.delete(need)
    else if (rows) rows.push(row)
    else rowsOf.set(need, [row])
  }
  const byId = [...rowsOf.keys()].sort((a, b) => ((needs[a]?.id ?? '') < (needs[b]?.id ?? '') ? -1 : 1))
  return byId.flatMap((need) => poolsOfNeed(graph, need, rowsOf.get(need) ?? []))
}

function rankPair(graph: PairGraph, row: number): number {
  const { candidates } = graph.problem
  const buyer = graph.buyers.rank[candidates.buyer[row] as number] ?? -1
  const seller = graph.sellers.rank[candidates.seller[row] as number] ?? -1
  return buyer < 0 || seller < 0 ? -1 : findPair(graph, buyer, seller)
}

function isSameProduct(graph: PairGraph, row: number): boolean {
  const { candidates } = graph.problem
  return (
    (candidates.supply[row] as number) > 0 &&
    (candidates.points.product[row] as number) >= SAME_PRODUCT * fullPoints('product')
  )
}

function poolsOfNeed(graph: PairGraph, need: number, rows: readonly number[]): Pool[] {
  const volume = graph.problem.needs[need]?.volume ?? 0
  const buyer = graph.buyers.rank[graph.problem.needs[need]?.buyer ?? -1] ?? -1
  if (buyer < 0) return []
  const members = membersOf(graph, buyer, rows)
  const pools = new Map<string, Pool>()
  for (const first of members.slice(0, MOST_BEGINNINGS)) {
    const group = gather(first, members, volume)
    if (!group) continue
    const sellers = group.map(({ seller }) => seller).sort((a, b) => a - b)
    const shared = commonSlots([
      { parties: graph.buyers, rank: buyer },
      ...sellers.map((rank) => ({ parties: graph.sellers, rank })),
    ])
    if (shared.length === 0) continue
    const mean = group.reduce((sum, { points }) => sum + points, 0) / group.length
    pools.set(sellers.join(), {
      buyer,
      sellers,
      need,
      value: Math.floor(mean) + fullPoints('volume'),
      isMust: sellers.some((seller) => graph.notes.of(buyer, seller).isMust),
    })
  }
  return [...pools.values()]
    .sort((a, b) => b.value - a.value || a.sellers.length - b.sellers.length || byList(a.sellers, b.sellers))
    .slice(0, MOST_POOLS)
}

/** One member for each seller, the greatest supply first. */
function membersOf(graph: PairGraph, buyer: number, rows: readonly number[]): Member[] {
  const { candidates, sellers } = graph.problem
  const best = new Map<number, Member>()
  for (const row of rows) {
    const index = candidates.seller[row] as number
    const place = sellers[index]?.place
    const seller = graph.sellers.rank[index] ?? -1
    if (!place || seller < 0) continue
    let points = pairPoints(graph, buyer, seller)
    for (const criterion of CRITERIA) {
      if (criterion !== 'volume') points += candidates.points[criterion][row] as number
    }
    const member = { seller, points, supply: candidates.supply[row] as number, ...place }
    const known = best.get(seller)
    if (!known || byPromise(member, known) < 0) best.set(seller, member)
  }
  return [...best.values()].sort(byPromise)
}

function byPromise(a: Member, b: Member): number {
  return b.supply - a.supply || b.points - a.points || a.seller - b.seller
}

/** The first of `members` (by supply) that are near all before them, until the volume is there; null: it never is. */
function gather(first: Member, members: readonly Member[], volume: number): Member[] | null {
  const group = [first]
  let supply = first.supply
  for (const member of members) {
    if (supply >= volume) break
    if (group.length === MOST_MEMBERS) return null
    if (
      group.some((other) => other.seller === member.seller || kilometres(other, member) > NEAR_KILOMETRES)
    ) {
      continue
    }
    group.push(member)
    supply += member.supply
  }
  return supply >= volume && group.length > 1 ? group : null
}

/** Along the great circle (haversine). */
export function kilometres(
  a: { latitude: number; longitude: number },
  b: { latitude: number; longitude: number },
): number {
  const radians = Math.PI / 180
  const north = Math.sin(((b.latitude - a.latitude) * radians) / 2) ** 2
  const east = Math.sin(((b.longitude - a.longitude) * radians) / 2) ** 2
  const shrink = Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians)
  return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(north + shrink * east)))
}

function byList(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
