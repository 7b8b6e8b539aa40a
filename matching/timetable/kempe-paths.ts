import type { AnnealingState } from './annealing-state'

/**
 * Kempe's alternating paths: seats are the nodes, meetings the edges, slots the colours. The meetings of two
 * slots fall apart into paths and cycles; along one of them the two slots can be swapped and everybody still
 * has at most one meeting a slot. Seats within the path keep both slots, so only its two ends change.
 */
export class KempePaths {
  /** The meetings walked so far: chain[0 … length − 1]. */
  readonly chain: Int32Array
  length = 0
  /** The seats at the ends of the last path; −1 for a cycle. */
  endA = -1
  endB = -1
  /** The last path's meetings in the first slot less those in the second. */
  surplus = 0
  private readonly seenAt: Int32Array
  private stamp = 0

  constructor(private readonly state: AnnealingState) {
    this.chain = new Int32Array(2 * state.meetingCount + 4)
    this.seenAt = new Int32Array(state.meetingCount)
  }

  clear(): void {
    this.length = 0
    this.stamp++
  }

  has(meeting: number): boolean {
    return this.seenAt[meeting] === this.stamp
  }

  /** Forgets what was walked after the first `length` meetings. */
  cut(length: number): void {
    for (let i = length; i < this.length; i++) this.seenAt[this.chain[i] as number] = 0
    this.length = length
  }

  /** Adds the path of `meeting`, which is held in one of the two slots; false where a meeting can't move. */
  walk(meeting: number, slot1: number, slot2: number): boolean {
    const { seatA, seatB, slotOf } = this.state
    this.surplus = 0
    this.endA = -1
    this.endB = -1
    if (!this.step(meeting, slot1, slot2)) return false
    const other = slotOf[meeting] === slot1 ? slot2 : slot1
    this.endA = this.follow(meeting, seatA[meeting] as number, other, slot1, slot2)
    if (this.endA === BLOCKED) return false
    if (this.endA === CYCLE) return true
    this.endB = this.follow(meeting, seatB[meeting] as number, other, slot1, slot2)
    return this.endB !== BLOCKED
  }

  /** From `first` over `seat` on; the seat at the end, CYCLE or BLOCKED. */
  private follow(first: number, seat: number, slot: number, slot1: number, slot2: number): number {
    const { seatSum, occupant, slotCount } = this.state
    for (;;) {
      const next = occupant[seat * slotCount + slot] as number
      if (next < 0) return seat
      if (next === first || this.seenAt[next] === this.stamp) return CYCLE
      if (!this.step(next, slot1, slot2)) return BLOCKED
      seat = (seatSum[next] as number) - seat
      slot = slot === slot1 ? slot2 : slot1
    }
  }

  private step(meeting: number, slot1: number, slot2: number): boolean {
    const { movable, dayCount, dayOf, bitOf, slotOf } = this.state
    const at = meeting * dayCount
    const may1 = (movable[at + (dayOf[slot1] as number)] as number) >>> (bitOf[slot1] as number)
    const may2 = (movable[at + (dayOf[slot2] as number)] as number) >>> (bitOf[slot2] as number)
    if ((may1 & may2 & 1) === 0) return false
    this.seenAt[meeting] = this.stamp
    this.chain[this.length++] = meeting
    this.surplus += slotOf[meeting] === slot1 ? 1 : -1
    return true
  }

  /** Swaps the two slots along all that was walked; the masks of the ends are the caller's. */
  flip(slot1: number, slot2: number): void {
    const { chain, length } = this
    const { occupant, slotCount, slotOf, seatA, seatB, load } = this.state
    let surplus = 0
    for (let i = 0; i < length; i++) {
      const meeting = chain[i] as number
      const slot = slotOf[meeting] as number
      occupant[(seatA[meeting] as number) * slotCount + slot] = -1
      occupant[(seatB[meeting] as number) * slotCount + slot] = -1
      surplus += slot === slot1 ? 1 : -1
    }
    for (let i = 0; i < length; i++) {
      const meeting = chain[i] as number
      const slot = slotOf[meeting] === slot1 ? slot2 : slot1
      slotOf[meeting] = slot
      occupant[(seatA[meeting] as number) * slotCount + slot] = meeting
      occupant[(seatB[meeting] as number) * slotCount + slot] = meeting
    }
    load[slot1] = (load[slot1] as number) - surplus
    load[slot2] = (load[slot2] as number) + surplus
  }
}

const CYCLE = -1
const BLOCKED = -2
