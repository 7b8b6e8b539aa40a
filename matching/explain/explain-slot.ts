import { breaksOfSeats, daysOfSlots } from '../timetable/count-plan'
import type { TimetableProblem } from '../timetable/timetable'

/**
 * What forbids a slot to a meeting, by the constraint's name and with whom or what. Meetings, seats, sessions
 * and slots are indexes into the problem.
 */
export type SlotBlocker =
  /** It has to be in this session. */
  | { constraint: 'session'; session: number }
  /** It has to have this slot. */
  | { constraint: 'fixed'; slot: number }
  | { constraint: 'away'; seat: number }
  /** The seat is in the other meeting then. */
  | { constraint: 'seat-busy'; seat: number; meeting: number }
  /** So many meetings can be held then, and are. */
  | { constraint: 'table-full'; tables: number }
  /** It has to be before (or after) the other meeting, which is in `slot`. */
  | { constraint: 'precedence'; must: 'before' | 'after'; meeting: number; slot: number }
  /** The seat's other meeting of that day is nearer than `rest` free slots. */
  | { constraint: 'rest'; seat: number; meeting: number; rest: number }
  /** The seat would have `breaks` breaks, another only `least`. */
  | { constraint: 'break-spread'; seat: number; breaks: number; least: number }

/**
 * All that forbids `slot` to `meeting` while every other meeting of the plan stays where it is; [] where it
 * could be held. `slots`: the plan, −1: not held; where `meeting` itself is now makes no difference.
 */
export function explainSlot(
  problem: TimetableProblem,
  slots: readonly number[],
  meeting: number,
  slot: number,
): SlotBlocker[] {
  const asked = problem.meetings[meeting]
  if (!asked || slot < 0 || slot >= problem.slotCount) {
    throw new RangeError(`No meeting ${meeting} or no slot ${slot}`)
  }
  const blockers: SlotBlocker[] = []
  const { seats, session, fixed } = asked
  if (session !== null && !problem.sessions[session]?.slots.includes(slot)) {
    blockers.push({ constraint: 'session', session })
  }
  if (fixed !== null && fixed !== slot) blockers.push({ constraint: 'fixed', slot: fixed })
  for (const seat of seats) {
    if (problem.seats[seat]?.away.includes(slot)) blockers.push({ constraint: 'away', seat })
  }
  const twice = seats.find((seat, i) => seats.indexOf(seat) !== i)
  if (twice !== undefined) blockers.push({ constraint: 'seat-busy', seat: twice, meeting })
  blockers.push(...besideOthers(problem, slots, meeting, slot))
  for (const { before, after } of problem.precedences) {
    const other = before === meeting ? after : after === meeting ? before : -1
    const at = slots[other] ?? -1
    if (other < 0 || at < 0) continue
    if (before === meeting && slot >= at) {
      blockers.push({ constraint: 'precedence', must: 'before', meeting: other, slot: at })
    }
    if (after === meeting && slot <= at) {
      blockers.push({ constraint: 'precedence', must: 'after', meeting: other, slot: at })
    }
  }
  const unfair = blockers.length === 0 ? unfairSeat(problem, slots, meeting, slot) : null
  return unfair ? [unfair] : blockers
}

/** What the other meetings of its seats, and all others of the slot, forbid. */
function besideOthers(
  problem: TimetableProblem,
  slots: readonly number[],
  meeting: number,
  slot: number,
): SlotBlocker[] {
  const blockers: SlotBlocker[] = []
  const days = daysOfSlots(problem)
  const own = new Set(problem.meetings[meeting]?.seats)
  let held = 0
  for (const [other, { seats }] of problem.meetings.entries()) {
    const at = slots[other] ?? -1
    if (other === meeting || at < 0) continue
    if (at === slot) held++
    for (const seat of seats) {
      if (!own.has(seat)) continue
      if (at === slot) blockers.push({ constraint: 'seat-busy', seat, meeting: other })
      else if (days[at] === days[slot] && Math.abs(at - slot) <= problem.minimumRest) {
        blockers.push({ constraint: 'rest', seat, meeting: other, rest: problem.minimumRest })
      }
    }
  }
  const tables = problem.tables[slot] ?? 0
  if (held >= tables) blockers.push({ constraint: 'table-full', tables })
  return blockers
}

/** Looked at only where nothing else forbids the slot: it is the plan as a whole that would be unfair. */
function unfairSeat(
  problem: TimetableProblem,
  slots: readonly number[],
  meeting: number,
  slot: number,
): SlotBlocker | null {
  if (problem.breakSpread === null || problem.seats.length === 0) return null
  const moved = [...slots]
  moved[meeting] = slot
  const breaks = breaksOfSeats(problem, moved)
  const most = breaks.reduce((a, b) => Math.max(a, b), 0)
  const least = breaks.reduce((a, b) => Math.min(a, b), most)
  if (most - least <= problem.breakSpread) return null
  return { constraint: 'break-spread', seat: breaks.indexOf(most), breaks: most, least }
}
