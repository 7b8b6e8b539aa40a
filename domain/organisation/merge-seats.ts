/** A meeting that takes place or took place, for the time that it holds a seat. */
export interface Held {
  meetingId: string
  startsAt: Date
  endsAt: Date
}

export interface SeatPlan {
  /** Which seat of the one that stays each meeting of the other gets. */
  seats: Map<string, number>
  /** Seats that nobody sits at, added for meetings that are over. */
  retired: number[]
  /** Meetings to come that find no free seat: they keep the two from being merged. */
  clashes: Held[]
}

/** A seat's number is small. */
const LAST_SEAT = 9

const overlap = (a: Held, b: Held) => a.startsAt < b.endsAt && b.startsAt < a.endsAt

/**
 * Where the meetings of one organisation sit when it becomes another: to come, at a seat that is free then; what
 * is over may also sit at a seat that is there no more. Nobody's meeting is moved in time.
 */
export function planSeats({
  active,
  all,
  kept,
  moved,
  now,
}: {
  /** Seats of the one that stays, and all that it ever had. */
  active: readonly number[]
  all: readonly number[]
  kept: readonly (Held & { seat: number })[]
  moved: readonly Held[]
  now: Date
}): SeatPlan {
  const sitting = [...kept]
  const plan: SeatPlan = { seats: new Map(), retired: [], clashes: [] }
  const isFree = (seat: number, held: Held) =>
    !sitting.some((other) => other.seat === seat && overlap(other, held))
  const everyNumber = Array.from({ length: LAST_SEAT }, (_, at) => at + 1)
  // What is to come chooses first.
  const inOrder = [...moved].sort((a, b) => b.endsAt.getTime() - a.endsAt.getTime())
  for (const held of inOrder) {
    const numbers = held.endsAt > now ? active : [...active, ...everyNumber]
    const seat = [...numbers].find((number) => isFree(number, held))
    if (seat === undefined) {
      plan.clashes.push(held)
      continue
    }
    sitting.push({ ...held, seat })
    plan.seats.set(held.meetingId, seat)
    if (!all.includes(seat) && !plan.retired.includes(seat)) plan.retired.push(seat)
  }
  return plan
}
