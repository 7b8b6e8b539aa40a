import type { AnnealingState } from '../timetable/annealing-state'
import { isPossible } from '../timetable/first-plan'
import type { PathMove } from '../timetable/path-move'

/** So many others go out of a meeting's way at most, each with its own chain. */
const MOST_BLOCKERS = 4
/** Ways out that are tried for each of them, cheapest first. */
const WAYS_OUT = 3
/** Meetings of a full slot that are asked to leave it. */
const ASKED_TO_LEAVE = 24

/**
 * Holds a meeting that isn't held by an ejection chain of bounded length: whoever stands in its way goes to
 * another slot along a Kempe path, where nobody else has to give way.
 */
export class ChainInsertion {
  /** Paths that were flipped for the slot being tried: the meeting they began with and where it was. */
  private readonly flipped: { meeting: number; from: number }[] = []

  constructor(
    private readonly state: AnnealingState,
    private readonly move: PathMove,
  ) {}

  /** Holds it where nothing stands in its way, at the least price; false: nowhere. */
  direct(meeting: number): boolean {
    return this.insert(meeting, 0, Number.POSITIVE_INFINITY)
  }

  /** Holds it at the least price, at most `mostPrice` beyond its own; false: that can't be, nothing changed. */
  insert(meeting: number, blockers: number, mostPrice: number): boolean {
    const { state } = this
    const to = state.slotStart[meeting + 1] as number
    let best = -1
    let least = mostPrice
    for (let i = state.slotStart[meeting] as number; i < to; i++) {
      const slot = state.slotList[i] as number
      const before = state.price
      if (this.clear(meeting, slot, Math.min(blockers, MOST_BLOCKERS))) {
        state.put(meeting, slot)
        const price = state.price - before + state.prices.unscheduled
        if (price < least) {
          least = price
          best = slot
        }
        state.take(meeting)
      }
      this.undo()
    }
    if (best < 0 || !this.clear(meeting, best, Math.min(blockers, MOST_BLOCKERS))) return false
    state.put(meeting, best)
    this.flipped.length = 0
    return true
  }

  /** Brings all that stands in the way elsewhere; false: it can't be (what was flipped is to be undone). */
  private clear(meeting: number, slot: number, blockers: number): boolean {
    const { state } = this
    for (let left = blockers; !isPossible(state, meeting, slot); left--) {
      if (left <= 0) return false
      const busy = this.busyWith(meeting, slot)
      if (busy >= 0) {
        if (!this.sendAway(busy, slot)) return false
      } else {
        const isFull = (state.load[slot] as number) >= (state.tables[slot] as number)
        if (!isFull || !this.freeTable(slot)) return false
      }
    }
    return true
  }

  /** A meeting that one of the seats is in then; −1: none. */
  private busyWith(meeting: number, slot: number): number {
    const { state } = this
    for (let i = state.seatStart[meeting] as number; i < (state.seatStart[meeting + 1] as number); i++) {
      const busy = state.occupant[(state.seatList[i] as number) * state.slotCount + slot] as number
      if (busy >= 0) return busy
    }
    return -1
  }

  /** Brings a meeting out of `slot` so that nobody of it is in another one there afterwards. */
  private sendAway(meeting: number, slot: number): boolean {
    const { state, move } = this
    const ways: { to: number; price: number }[] = []
    for (let i = state.slotStart[meeting] as number; i < (state.slotStart[meeting + 1] as number); i++) {
      const to = state.slotList[i] as number
      if (to === slot) continue
      const price = move.propose(meeting, to)
      if (price < Number.POSITIVE_INFINITY && !move.needsOpposite()) ways.push({ to, price })
    }
    ways.sort((a, b) => a.price - b.price)
    const load = state.load[slot] as number
    for (const { to } of ways.slice(0, WAYS_OUT)) {
      move.propose(meeting, to)
      if (!move.apply()) continue
      this.flipped.push({ meeting, from: slot })
      if ((state.load[slot] as number) < load) return true
      this.undoLast()
    }
    return false
  }

  /** Frees a table by sending one of the slot's meetings elsewhere. */
  private freeTable(slot: number): boolean {
    const { state } = this
    let asked = 0
    for (let meeting = 0; meeting < state.meetingCount && asked < ASKED_TO_LEAVE; meeting++) {
      if (state.slotOf[meeting] !== slot) continue
      asked++
      if (this.sendAway(meeting, slot)) return true
    }
    return false
  }

  private undo(): void {
    while (this.flipped.length > 0) this.undoLast()
  }

  /** The same meetings hang together after a flip: the path of the first leads back. */
  private undoLast(): void {
    const last = this.flipped.pop()
    if (!last) return
    this.move.propose(last.meeting, last.from)
    this.move.apply()
  }
}
