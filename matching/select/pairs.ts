import { CRITERIA } from '~/domain/shared/reason'
import { compileParties, haveCommonSlot, PairNotes, type Parties, usableTables } from './parties'
import { newnessPoints, nicePoints } from './points'
import type {
  Bar,
  CandidateTable,
  GroupRule,
  InputProblem,
  SelectionParty,
  SelectionProblem,
} from './selection'

/** All that may be chosen, by ranks; pairs ascend by buyer and then by seller, each pair once. */
export interface PairGraph {
  problem: SelectionProblem
  buyers: Parties
  sellers: Parties
  count: number
  buyer: Int32Array
  seller: Int32Array
  /** Index into the problem's needs, of the best row; −1: only a wish. */
  need: Int32Array
  /** Hundredths of points, with newness and wishes. */
  value: Int32Array
  isMust: Uint8Array
  /** Where each buyer's pairs begin; one more than there are buyers. */
  start: Int32Array
  /** Meetings that each slot can have at most, and all slots together. */
  tables: readonly number[]
  places: number
  bars: {
    buyer: Map<number, Partial<Record<Bar, number>>>
    seller: Map<number, Partial<Record<Bar, number>>>
  }
  /** Musts that a hard rule keeps from being held. */
  barredMusts: { buyer: number; seller: number; because: Bar }[]
  notes: PairNotes
  /** What keeps two apart; for a group rule with its name. */
  barOf(buyer: number, seller: number): { because: Bar; rule: string | null } | null
  problems: InputProblem[]
}

export function compilePairs(problem: SelectionProblem): PairGraph {
  const problems: InputProblem[] = []
  const buyers = compileParties(problem, 'buyer', problems)
  const sellers = compileParties(problem, 'seller', problems)
  const notes = new PairNotes(problem, buyers, sellers, problems)
  const rows = sortedRows(problem, buyers, sellers, notes, problems)
  const tables = usableTables(problem.tables, [buyers, sellers])
  const graph: PairGraph = {
    problem,
    buyers,
    sellers,
    count: 0,
    buyer: new Int32Array(rows.count),
    seller: new Int32Array(rows.count),
    need: new Int32Array(rows.count),
    value: new Int32Array(rows.count),
    isMust: new Uint8Array(rows.count),
    start: new Int32Array(buyers.count + 1),
    tables,
    places: tables.reduce((sum, count) => sum + count, 0),
    bars: { buyer: new Map(), seller: new Map() },
    barredMusts: [],
    notes,
    barOf: barsOf(problem, buyers, sellers, notes),
    problems,
  }
  let from = 0
  while (from < rows.count) {
    const buyer = rows.buyer[from] as number
    const seller = rows.seller[from] as number
    let to = from + 1
    while (to < rows.count && rows.buyer[to] === buyer && rows.seller[to] === seller) to += 1
    addPair(graph, rows, from, to)
    from = to
  }
  for (let rank = 0; rank < buyers.count; rank += 1) {
    graph.start[rank + 1] = (graph.start[rank + 1] as number) + (graph.start[rank] as number)
  }
  return graph
}

/** The pair's place in the graph; −1: they may not meet, or nothing speaks for it. */
export function findPair(graph: PairGraph, buyer: number, seller: number): number {
  let low = graph.start[buyer] ?? 0
  let high = (graph.start[buyer + 1] ?? 0) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = graph.seller[middle] as number
    if (found === seller) return middle
    if (found < seller) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** The match page's points of one row, in hundredths. */
export function rowPoints(table: CandidateTable, row: number): number {
  let sum = 0
  for (const criterion of CRITERIA) sum += table.points[criterion][row] as number
  return sum
}

/** What newness and wishes add to any of a pair's rows. */
export function pairPoints(
  graph: Pick<PairGraph, 'problem' | 'buyers' | 'sellers' | 'notes'>,
  buyer: number,
  seller: number,
): number {
  const { haveMet, niceSides } = graph.notes.of(buyer, seller)
  return (
    nicePoints(niceSides) +
    newnessPoints({
      haveMet,
      isBuyerNew: graph.problem.buyers[graph.buyers.index[buyer] ?? -1]?.isNew ?? false,
      isSellerNew: graph.problem.sellers[graph.sellers.index[seller] ?? -1]?.isNew ?? false,
    })
  )
}

interface Rows {
  count: number
  buyer: Int32Array
  seller: Int32Array
  /** Row of the table; −1: only a wish. */
  row: Int32Array
}

function sortedRows(
  { candidates, buyers: buyerList, sellers: sellerList, needs }: SelectionProblem,
  buyers: Parties,
  sellers: Parties,
  notes: PairNotes,
  problems: InputProblem[],
): Rows {
  const wished = notes.wished()
  const room = candidates.count + wished.length
  const rows: Rows = {
    count: 0,
    buyer: new Int32Array(room),
    seller: new Int32Array(room),
    row: new Int32Array(room),
  }
  const add = (buyer: number, seller: number, row: number) => {
    rows.buyer[rows.count] = buyer
    rows.seller[rows.count] = seller
    rows.row[rows.count] = row
    rows.count += 1
  }
  for (let row = 0; row < candidates.count; row += 1) {
    const buyer = candidates.buyer[row] as number
    const seller = candidates.seller[row] as number
    const need = needs[candidates.need[row] as number]
    if (!need || need.buyer !== buyer || !buyerList[buyer] || !sellerList[seller]) {
      problems.push({ code: 'bad-candidate', row })
      continue
    }
    const b = buyers.rank[buyer] as number
    const s = sellers.rank[seller] as number
    if (b >= 0 && s >= 0) add(b, s, row)
  }
  for (const { buyer, seller } of wished) add(buyer, seller, -1)
  return countingSort(countingSort(rows, 'seller', sellers.count), 'buyer', buyers.count)
}

/** Stable, so that sorting by the lesser key first and the greater one then sorts by both. */
function countingSort(rows: Rows, key: 'buyer' | 'seller', keys: number): Rows {
  const starts = new Int32Array(keys + 1)
  const by = rows[key]
  for (let at = 0; at < rows.count; at += 1)
    starts[(by[at] as number) + 1] = (starts[(by[at] as number) + 1] as number) + 1
  for (let at = 0; at < keys; at += 1) starts[at + 1] = (starts[at + 1] as number) + (starts[at] as number)
  const sorted: Rows = {
    count: rows.count,
    buyer: new Int32Array(rows.count),
    seller: new Int32Array(rows.count),
    row: new Int32Array(rows.count),
  }
  for (let at = 0; at < rows.count; at += 1) {
    const to = starts[by[at] as number] as number
    starts[by[at] as number] = to + 1
    sorted.buyer[to] = rows.buyer[at] as number
    sorted.seller[to] = rows.seller[at] as number
    sorted.row[to] = rows.row[at] as number
  }
  return sorted
}

function addPair(graph: PairGraph, rows: Rows, from: number, to: number): void {
  const { problem } = graph
  const buyer = rows.buyer[from] as number
  const seller = rows.seller[from] as number
  const { isNever, isMust } = graph.notes.of(buyer, seller)
  const bar = graph.barOf(buyer, seller)?.because
  if (bar) {
    count(graph.bars.buyer, buyer, bar)
    count(graph.bars.seller, seller, bar)
    if (!isMust) return
    graph.barredMusts.push({ buyer, seller, because: bar })
    if (isNever) {
      const ids = {
        buyer: idOf(problem.buyers, graph.buyers, buyer),
        seller: idOf(problem.sellers, graph.sellers, seller),
      }
      graph.problems.push({ code: 'must-and-never', ...ids })
    }
    return
  }
  let best = -1
  let need = -1
  for (let at = from; at < to; at += 1) {
    const row = rows.row[at] as number
    const points = row < 0 ? -1 : rowPoints(problem.candidates, row)
    const rowNeed = row < 0 ? -1 : (problem.candidates.need[row] as number)
    if (points > best || (points === best && needId(problem, rowNeed) < needId(problem, need))) {
      best = points
      need = rowNeed
    }
  }
  const pair = graph.count++
  graph.buyer[pair] = buyer
  graph.seller[pair] = seller
  graph.need[pair] = need
  graph.value[pair] = Math.max(0, best) + pairPoints(graph, buyer, seller)
  graph.isMust[pair] = isMust ? 1 : 0
  graph.start[buyer + 1] = (graph.start[buyer + 1] as number) + 1
}

function needId(problem: SelectionProblem, need: number): string {
  return problem.needs[need]?.id ?? ''
}

function idOf(list: readonly SelectionParty[], parties: Parties, rank: number): string {
  return list[parties.index[rank] ?? -1]?.id ?? ''
}

function count(bars: Map<number, Partial<Record<Bar, number>>>, party: number, bar: Bar): void {
  const counts = bars.get(party) ?? {}
  counts[bar] = (counts[bar] ?? 0) + 1
  bars.set(party, counts)
}

function barsOf(
  problem: SelectionProblem,
  buyers: Parties,
  sellers: Parties,
  notes: PairNotes,
): PairGraph['barOf'] {
  const organisation = (list: readonly SelectionParty[], parties: Parties) =>
    Array.from(parties.index, (at) => list[at]?.organisationId)
  const buyerOrganisation = organisation(problem.buyers, buyers)
  const sellerOrganisation = organisation(problem.sellers, sellers)
  const rules = problem.rules.map((rule) => ({
    bar: { because: 'group-rule' as const, rule: rule.name },
    forbids: compileRule(rule, problem, buyers, sellers),
  }))
  const plain = (because: Bar) => ({ because, rule: null })
  return (buyer, seller) => {
    if (buyerOrganisation[buyer] === sellerOrganisation[seller]) return plain('oneself')
    if (notes.of(buyer, seller).isNever) return plain('never')
    for (const { bar, forbids } of rules) if (forbids(buyer, seller)) return bar
    if (buyers.capacity[buyer] === 0 || sellers.capacity[seller] === 0) return plain('unavailable')
    return haveCommonSlot(buyers, buyer, sellers, seller) ? null : plain('no-common-slot')
  }
}

function compileRule(rule: GroupRule, problem: SelectionProblem, buyers: Parties, sellers: Parties) {
  const isIn = (list: readonly SelectionParty[], parties: Parties, group: string) =>
    Uint8Array.from(parties.index, (at) => (list[at]?.groups.includes(group) ? 1 : 0))
  const isFromBuyer = rule.side === 'buyer'
  const buyerIsIn = isIn(problem.buyers, buyers, isFromBuyer ? rule.who : rule.whom)
  const sellerIsIn = isIn(problem.sellers, sellers, isFromBuyer ? rule.whom : rule.who)
  return (buyer: number, seller: number): boolean => {
    const [who, whom] = isFromBuyer
      ? [buyerIsIn[buyer] === 1, sellerIsIn[seller] === 1]
      : [sellerIsIn[seller] === 1, buyerIsIn[buyer] === 1]
    return who && (rule.may === 'only' ? !whom : whom)
  }
}
