import { createRandom } from '../random'
import { AnnealingState, breaksOf } from '../timetable/annealing-state'
import { isPossible, placeGiven } from '../timetable/first-plan'
import { PathMove } from '../timetable/path-move'
import type { Draft } from './draft'

/** So small a part of a break, and exact in binary, that a path's moves can be read off its price. */
const MOVE = 2 ** -20
const PRICES = { unscheduled: 1000, moved: MOVE, wish: 3, idle: 0, unfair: 0, fairBreaks: 2 }

interface Trade {
  meeting: number
  slot: number
  /** In breaks; a broken wish is three. */
  saved: number
  /** Meetings moved away from home, less those that come back. */
  moves: number
}

/**
 * Moves that buy breaks: of all Kempe paths (and lone moves of pooled meetings) that bring a meeting of a seat with breaks to where the seat has
 * fewer, the one that saves most a move, again and again. Those that move nobody (but a new meeting) come first.
 */
export class MoveTrades {
  /** Meetings moved by what was done. */
  moved = 0
  private readonly state: AnnealingState
  private readonly move: PathMove
  /** Meeting × slot: what came to nothing when it was to be done. */
  private readonly failed = new Set<number>()

  constructor(draft: Draft, seed: number) {
    this.state = new AnnealingState(draft.problem, draft.domains, PRICES, draft.home)
    placeGiven(this.state, draft.slots)
    this.move = new PathMove(this.state, createRandom(seed))
  }

  /** The slots as they are now. */
  slots(): number[] {
    return Array.from(this.state.slotOf)
  }

  /** Does the best trade as long as there is one that leaves at most so many moved by all of them. */
  spend(mostMoves: number): void {
    for (;;) {
      const trade = this.best(mostMoves - this.moved)
      if (!trade) return
      // Which second path frees a table is chance: it may be another one now.
      const now = this.look(trade.meeting, trade.slot)
      const isGood = now.saved > 0 && now.moves <= mostMoves - this.moved
      if (isGood && this.apply(now)) this.moved += now.moves
      else this.failed.add(this.key(trade))
    }
  }

  private best(left: number): Trade | null {
    const { state, failed } = this
    const { withBreaks, slotCount, occupant, slotStart, slotList } = state
    let best: Trade | null = null
    for (const seat of withBreaks.list.slice(0, withBreaks.count).sort()) {
      for (let from = 0; from < slotCount; from++) {
        const meeting = occupant[seat * slotCount + from] as number
        if (meeting < 0) continue
        for (let i = slotStart[meeting] as number; i < (slotStart[meeting + 1] as number); i++) {
          const slot = slotList[i] as number
          if (!this.savesSeat(seat, from, slot) || failed.has(this.key({ meeting, slot }))) continue
          const trade = this.look(meeting, slot)
          if (trade.saved > 0 && trade.moves <= left && (!best || isBetter(trade, best))) best = trade
        }
      }
    }
    return best
  }

  /** Whether the seat has fewer breaks when its meeting in `from` is in `to`, where it has none. */
  private savesSeat(seat: number, from: number, to: number): boolean {
    const { occupant, slotCount, dayCount, dayOf, bitOf, mask } = this.state
    if ((occupant[seat * slotCount + to] as number) >= 0) return false
    const day = dayOf[from] as number
    const other = dayOf[to] as number
    const old = mask[seat * dayCount + day] as number
    const left = old & ~(1 << (bitOf[from] as number))
    const there = other === day ? left : (mask[seat * dayCount + other] as number)
    const more = breaksOf(there | (1 << (bitOf[to] as number))) - breaksOf(there)
    return breaksOf(left) + more < breaksOf(old)
  }

  private look(meeting: number, slot: number): Trade {
    const price = this.isPooled(meeting) ? this.priceAlone(meeting, slot) : this.priceOfPath(meeting, slot)
    const saved = price < 0 ? -Math.round(price) : 0
    return { meeting, slot, saved, moves: Math.round((price + saved) / MOVE) }
  }

  private priceOfPath(meeting: number, slot: number): number {
    const price = this.move.propose(meeting, slot)
    return price < 0 && this.move.needsOpposite() ? price + this.move.addOpposite() : price
  }

  /** No path moves a pooled meeting: it goes where nothing stands in its way. */
  private priceAlone(meeting: number, slot: number): number {
    const { state } = this
    const before = state.price
    const from = state.slotOf[meeting] as number
    state.take(meeting)
    const isFree = isPossible(state, meeting, slot)
    state.put(meeting, isFree ? slot : from)
    const price = isFree ? state.price - before : Number.POSITIVE_INFINITY
    if (isFree) {
      state.take(meeting)
      state.put(meeting, from)
    }
    return price
  }

  /** Does what was looked at last; false: a precedence forbids it. */
  private apply({ meeting, slot }: Trade): boolean {
    if (!this.isPooled(meeting)) return this.move.apply()
    this.state.take(meeting)
    this.state.put(meeting, slot)
    return true
  }

  private isPooled(meeting: number): boolean {
    return (this.state.seatA[meeting] as number) < 0
  }

  private key({ meeting, slot }: Pick<Trade, 'meeting' | 'slot'>): number {
    return meeting * this.state.slotCount + slot
  }
}

/** More saved a move; of those that move nobody, or bring some back, the one that saves more. */
function isBetter(a: Trade, b: Trade): boolean {
  if (a.moves <= 0 || b.moves <= 0) return a.moves <= 0 && (b.moves > 0 || a.saved > b.saved)
  return a.saved * b.moves > b.saved * a.moves
}
