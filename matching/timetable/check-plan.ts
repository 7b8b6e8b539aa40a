import { breaksOfSeats, daysOfSlots } from './count-plan'
import type { TimetableConstraint, TimetableProblem } from './timetable'

/** A constraint that a plan breaks, and where. */
export interface BrokenConstraint {
  constraint: TimetableConstraint
  /** The meetings that break it together. */
  meetings: number[]
  slot: number | null
  /** The seat whose constraint it is, where it is a seat's. */
  seat: number | null
}

/**
 * All hard constraints that a plan breaks; [] for a right one. It shares no code with the solvers beyond the
 * counting of breaks. Meetings that aren't held (−1) break nothing.
 */
export function checkPlan(problem: TimetableProblem, slots: readonly number[]): BrokenConstraint[] {
  if (slots.length !== problem.meetings.length) {
    throw new Error(`The plan has ${slots.length} slots for ${problem.meetings.length} meetings`)
  }
  const broken: BrokenConstraint[] = []
  const days = daysOfSlots(problem)
  const inSlot: number[][] = Array.from({ length: problem.slotCount }, () => [])
  const ofSeat: { meeting: number; slot: number }[][] = problem.seats.map(() => [])

  problem.meetings.forEach(({ seats, session, fixed }, meeting) => {
    const slot = slots[meeting] ?? -1
    if (slot === -1) return
    const held = inSlot[slot]
    if (!held) throw new Error(`There is no slot ${slot}`)
    held.push(meeting)
    const tell = (constraint: TimetableConstraint, seat: number | null = null) =>
      broken.push({ constraint, meetings: [meeting], slot, seat })
    if (session !== null && !problem.sessions[session]?.slots.includes(slot)) tell('session')
    if (fixed !== null && fixed !== slot) tell('fixed')
    for (const seat of seats) {
      if (problem.seats[seat]?.away.includes(slot)) tell('away', seat)
      ofSeat[seat]?.push({ meeting, slot })
    }
  })

  inSlot.forEach((meetings, slot) => {
    if (meetings.length > (problem.tables[slot] ?? 0)) {
      broken.push({ constraint: 'table-full', meetings, slot, seat: null })
    }
  })
  ofSeat.forEach((own, seat) => {
    own.sort((a, b) => a.slot - b.slot)
    own.forEach(({ meeting, slot }, i) => {
      const last = own[i - 1]
      if (!last) return
      const meetings = [last.meeting, meeting]
      if (slot === last.slot) broken.push({ constraint: 'seat-busy', meetings, slot, seat })
      else if (days[slot] === days[last.slot] && slot - last.slot <= problem.minimumRest) {
        broken.push({ constraint: 'rest', meetings, slot, seat })
      }
    })
  })
  for (const { before, after } of problem.precedences) {
    const [first = -1, second = -1] = [slots[before], slots[after]]
    if (first >= 0 && second >= 0 && first >= second) {
      broken.push({ constraint: 'precedence', meetings: [before, after], slot: second, seat: null })
    }
  }
  if (problem.breakSpread !== null && problem.seats.length > 0) {
    const breaks = breaksOfSeats(problem, slots)
    const most = breaks.reduce((a, b) => Math.max(a, b), 0)
    const least = breaks.reduce((a, b) => Math.min(a, b), most)
    if (most - least > problem.breakSpread) {
      broken.push({ constraint: 'break-spread', meetings: [], slot: null, seat: breaks.indexOf(most) })
    }
  }
  return broken
}
