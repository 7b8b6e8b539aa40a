import type { Random } from '../random'
import { type AnnealingState, breaksOf } from './annealing-state'
import { KempePaths } from './kempe-paths'

/** A proposed exchange of two slots along one Kempe path, or two opposite ones where tables are short. */
export class PathMove {
  private readonly paths: KempePaths
  private readonly pricedPlaces: boolean
  private slot1 = 0
  private slot2 = 0
  private endA = -1
  private endB = -1
  private endC = -1
  private endD = -1
  private surplus = 0

  constructor(
    private readonly state: AnnealingState,
    private readonly random: Random,
  ) {
    this.paths = new KempePaths(state)
    this.pricedPlaces = state.preferred !== null || state.home !== null
  }

  /** The price of bringing a held meeting to another slot; Infinity: it can't be. Nothing is changed yet. */
  propose(meeting: number, slot: number): number {
    const { paths } = this
    this.slot1 = this.state.slotOf[meeting] as number
    this.slot2 = slot
    this.endC = -1
    this.endD = -1
    paths.clear()
    if (!paths.walk(meeting, this.slot1, slot)) return Number.POSITIVE_INFINITY
    this.endA = paths.endA
    this.endB = paths.endB
    this.surplus = paths.surplus
    const price = this.endPrice(this.endA) + this.endPrice(this.endB)
    return this.pricedPlaces ? price + this.placesPrice(0) : price
  }

  /** Whether the path leaves more meetings in a slot than it has tables. */
  needsOpposite(): boolean {
    return this.overflows(this.surplus)
  }

  /** Looks for a second path that makes the tables suffice; its price, Infinity: none found. */
  addOpposite(): number {
    const { state, paths, random, slot1, slot2 } = this
    const crowded = this.surplus > 0 ? slot2 : slot1
    const first = paths.length
    for (let attempt = 0; attempt < OPPOSITE_TRIES; attempt++) {
      const seat = random.below(state.seatCount)
      const meeting = state.occupant[seat * state.slotCount + crowded] as number
      if (meeting < 0 || paths.has(meeting)) continue
      if (paths.walk(meeting, slot1, slot2) && !this.overflows(this.surplus + paths.surplus)) {
        this.endC = paths.endA
        this.endD = paths.endB
        const price = this.endPrice(this.endC) + this.endPrice(this.endD)
        return this.pricedPlaces ? price + this.placesPrice(first) : price
      }
      paths.cut(first)
    }
    return Number.POSITIVE_INFINITY
  }

  /** Does it; false where a precedence forbids it, and all is as before. */
  apply(): boolean {
    const { state } = this
    this.flip()
    if (state.before !== null && !this.keepsPrecedences()) {
      this.flip()
      return false
    }
    this.exchange(this.endA)
    this.exchange(this.endB)
    this.exchange(this.endC)
    this.exchange(this.endD)
    return true
  }

  private flip(): void {
    if (this.pricedPlaces) this.countPlaces(-1)
    this.paths.flip(this.slot1, this.slot2)
    if (this.pricedPlaces) this.countPlaces(1)
  }

  /** What exchanging two slots, of which the seat uses one, changes in its price. */
  private endPrice(seat: number): number {
    if (seat < 0) return 0
    const { state, slot1, slot2 } = this
    const { dayCount, dayOf, bitOf } = state
    const day1 = dayOf[slot1] as number
    const day2 = dayOf[slot2] as number
    const old1 = state.mask[seat * dayCount + day1] as number
    const bit1 = 1 << (bitOf[slot1] as number)
    const bit2 = 1 << (bitOf[slot2] as number)
    if (day1 === day2) {
      const new1 = old1 ^ bit1 ^ bit2
      if (state.minimumRest > 0 && !state.isRested(new1)) return Number.POSITIVE_INFINITY
      const price = state.dayPrice(new1) - state.dayPrice(old1)
      return price + this.unfairnessOf(seat, breaksOf(new1) - breaksOf(old1))
    }
    const old2 = state.mask[seat * dayCount + day2] as number
    const new1 = old1 ^ bit1
    const new2 = old2 ^ bit2
    if (state.minimumRest > 0 && !(state.isRested(new1) && state.isRested(new2)))
      return Number.POSITIVE_INFINITY
    const price = state.dayPrice(new1) - state.dayPrice(old1) + state.dayPrice(new2) - state.dayPrice(old2)
    return price + this.unfairnessOf(seat, breaksOf(new1) - breaksOf(old1) + breaksOf(new2) - breaksOf(old2))
  }

  private unfairnessOf(seat: number, more: number): number {
    if (more === 0) return 0
    const { state } = this
    const breaks = state.breaksOfSeat[seat] as number
    return state.unfairness(breaks + more) - state.unfairness(breaks)
  }

  private placesPrice(first: number): number {
    const { state, paths, slot1, slot2 } = this
    let delta = 0
    for (let i = first; i < paths.length; i++) {
      const meeting = paths.chain[i] as number
      const slot = state.slotOf[meeting] as number
      delta += state.placePrice(meeting, slot === slot1 ? slot2 : slot1) - state.placePrice(meeting, slot)
    }
    return delta
  }

  private overflows(surplus: number): boolean {
    const { load, tables } = this.state
    const { slot1, slot2 } = this
    return (
      (load[slot2] as number) + surplus > (tables[slot2] as number) ||
      (load[slot1] as number) - surplus > (tables[slot1] as number)
    )
  }

  private keepsPrecedences(): boolean {
    const { state, paths } = this
    for (let i = 0; i < paths.length; i++) if (!state.keepsPrecedence(paths.chain[i] as number)) return false
    return true
  }

  private countPlaces(sign: number): void {
    const { state, paths } = this
    for (let i = 0; i < paths.length; i++) {
      const meeting = paths.chain[i] as number
      const slot = state.slotOf[meeting] as number
      state.brokenWishes += sign * state.breaksWish(meeting, slot)
      state.price += sign * state.placePrice(meeting, slot)
    }
  }

  private exchange(seat: number): void {
    if (seat < 0) return
    this.toggle(seat, this.slot1)
    this.toggle(seat, this.slot2)
  }

  private toggle(seat: number, slot: number): void {
    const { state } = this
    const day = state.dayOf[slot] as number
    const mask = state.mask[seat * state.dayCount + day] as number
    state.setMask(seat, day, mask ^ (1 << (state.bitOf[slot] as number)))
  }
}

const OPPOSITE_TRIES = 6
