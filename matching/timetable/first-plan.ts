import type { AnnealingState } from './annealing-state'

/** A full slot's crowd weighs against it by this much of a break, so that the slots fill evenly. */
const CROWD = 0.5

/** Holds meetings in the order of their freedom, each where it costs least; those that fit nowhere stay out. */
export function placeGreedily(state: AnnealingState): void {
  const demand = new Int32Array(state.seatCount)
  for (const seat of state.seatList) demand[seat] = (demand[seat] as number) + 1
  const freedom = new Int32Array(state.meetingCount)
  for (let meeting = 0; meeting < state.meetingCount; meeting++) {
    freedom[meeting] = (state.slotStart[meeting + 1] as number) - (state.slotStart[meeting] as number)
    for (const seat of seatsOf(state, meeting)) {
      freedom[meeting] = (freedom[meeting] as number) - (demand[seat] as number)
    }
  }
  const order = Array.from(freedom.keys()).sort((a, b) => (freedom[a] as number) - (freedom[b] as number))
  for (const meeting of order) {
    let best = -1
    let least = Number.POSITIVE_INFINITY
    for (const slot of slotsOf(state, meeting)) {
      if (!isPossible(state, meeting, slot)) continue
      const price = priceOf(state, meeting, slot)
      if (price < least) {
        least = price
        best = slot
      }
    }
    if (best >= 0) state.put(meeting, best)
  }
}

/** Holds each meeting where `slots` has it (−1: not), as far as that is possible. */
export function placeGiven(state: AnnealingState, slots: ArrayLike<number>): void {
  for (let meeting = 0; meeting < state.meetingCount; meeting++) {
    const slot = slots[meeting] ?? -1
    if (slot >= 0 && state.isAllowed(meeting, slot) && isPossible(state, meeting, slot))
      state.put(meeting, slot)
  }
}

/** Whether an unheld meeting breaks nothing in a slot that its domain allows. */
export function isPossible(state: AnnealingState, meeting: number, slot: number): boolean {
  if ((state.load[slot] as number) >= (state.tables[slot] as number)) return false
  const day = state.dayOf[slot] as number
  const bit = 1 << (state.bitOf[slot] as number)
  for (const seat of seatsOf(state, meeting)) {
    const mask = state.mask[seat * state.dayCount + day] as number
    if (mask & bit || !state.isRested(mask | bit)) return false
  }
  state.slotOf[meeting] = slot
  const inOrder = state.keepsPrecedence(meeting)
  state.slotOf[meeting] = -1
  return inOrder
}

function priceOf(state: AnnealingState, meeting: number, slot: number): number {
  const day = state.dayOf[slot] as number
  const bit = 1 << (state.bitOf[slot] as number)
  const crowd = (state.load[slot] as number) / (state.tables[slot] as number)
  let price = state.placePrice(meeting, slot) + CROWD * crowd
  for (const seat of seatsOf(state, meeting)) {
    const mask = state.mask[seat * state.dayCount + day] as number
    price += state.dayPrice(mask | bit) - state.dayPrice(mask)
  }
  return price
}

function seatsOf(state: AnnealingState, meeting: number): Int32Array {
  return state.seatList.subarray(state.seatStart[meeting], state.seatStart[meeting + 1])
}

function slotsOf(state: AnnealingState, meeting: number): Int32Array {
  return state.slotList.subarray(state.slotStart[meeting], state.slotStart[meeting + 1])
}
