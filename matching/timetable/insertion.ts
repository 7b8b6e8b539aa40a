import type { Random } from '../random'
import type { AnnealingState } from './annealing-state'

const MOST_EJECTED = 16

/**
 * Holds a meeting that isn't held and puts out whatever stands in its way: its people's other meetings, one at
 * a full table, those against a precedence or too near for a rest. `attempt` does it and `undo` takes it back.
 */
export class Insertion {
  /** What the attempt changed in prices. */
  delta = 0
  private meeting = -1
  private readonly out = new Int32Array(MOST_EJECTED)
  private readonly oldSlot = new Int32Array(MOST_EJECTED)
  private outCount = 0

  constructor(
    private readonly state: AnnealingState,
    private readonly random: Random,
    /** 1: a meeting that is never put out. */
    private readonly kept: Uint8Array,
  ) {}

  /** False where it can't be done; then nothing is changed. */
  attempt(meeting: number, slot: number): boolean {
    const { state } = this
    this.meeting = meeting
    this.outCount = 0
    if (!this.chooseEjected(meeting, slot)) return false
    const before = state.price
    for (let i = 0; i < this.outCount; i++) {
      const ejected = this.out[i] as number
      this.oldSlot[i] = state.slotOf[ejected] as number
      state.take(ejected)
    }
    state.put(meeting, slot)
    this.delta = state.price - before
    return true
  }

  undo(): void {
    this.state.take(this.meeting)
    for (let i = 0; i < this.outCount; i++) this.state.put(this.out[i] as number, this.oldSlot[i] as number)
  }

  private chooseEjected(meeting: number, slot: number): boolean {
    const { state } = this
    let inSlot = 0
    for (let i = state.seatStart[meeting] as number; i < (state.seatStart[meeting + 1] as number); i++) {
      const row = (state.seatList[i] as number) * state.slotCount
      const busy = state.occupant[row + slot] as number
      if (busy >= 0) {
        const known = this.outCount
        if (!this.eject(busy)) return false
        inSlot += this.outCount - known
      }
      for (let gap = 1; gap <= state.minimumRest; gap++) {
        if (!this.ejectNeighbour(row, slot, slot - gap) || !this.ejectNeighbour(row, slot, slot + gap))
          return false
      }
    }
    if (!this.ejectRelated(meeting, slot)) return false
    const free = (state.tables[slot] as number) - (state.load[slot] as number) + inSlot
    return free > 0 || this.ejectOneOf(slot)
  }

  private ejectNeighbour(row: number, slot: number, neighbour: number): boolean {
    const { state } = this
    if (neighbour < 0 || neighbour >= state.slotCount) return true
    if (state.dayOf[neighbour] !== state.dayOf[slot]) return true
    const busy = state.occupant[row + neighbour] as number
    return busy < 0 || this.eject(busy)
  }

  private ejectRelated(meeting: number, slot: number): boolean {
    const { before, after, slotOf } = this.state
    if (before === null || after === null) return true
    for (let i = before.start[meeting] as number; i < (before.start[meeting + 1] as number); i++) {
      const other = before.list[i] as number
      if ((slotOf[other] as number) >= slot && !this.eject(other)) return false
    }
    for (let i = after.start[meeting] as number; i < (after.start[meeting + 1] as number); i++) {
      const other = after.list[i] as number
      const held = slotOf[other] as number
      if (held >= 0 && held <= slot && !this.eject(other)) return false
    }
    return true
  }

  /** Any one meeting of a full slot; those that already go are none of it. */
  private ejectOneOf(slot: number): boolean {
    const { state, random } = this
    if (state.tables[slot] === 0) return false
    const from = random.below(state.meetingCount)
    for (let i = 0; i < state.meetingCount; i++) {
      const meeting = (from + i) % state.meetingCount
      if (state.slotOf[meeting] === slot) return this.eject(meeting)
    }
    return false
  }

  private eject(meeting: number): boolean {
    for (let i = 0; i < this.outCount; i++) if (this.out[i] === meeting) return true
    if (this.kept[meeting] === 1 || this.outCount === MOST_EJECTED) return false
    this.out[this.outCount++] = meeting
    return true
  }
}
