import { breaksOfSeats } from '../timetable/count-plan'
import type { TimetableConstraint, TimetableProblem } from '../timetable/timetable'
import { explainSlot, type SlotBlocker } from './explain-slot'

/** Why a meeting has the slot that it has, the most telling first; indexes into the problem. */
export type SlotReason =
  | { code: 'fixed' }
  /** Its people would rather have this slot (or one of a few). */
  | { code: 'wished' }
  /** No other slot could have it, as the others stand. */
  | { code: 'only-slot' }
  /** Any other slot that could have it gives `more` breaks more, or more still. */
  | { code: 'fewest-breaks'; more: number }
  /** Right before or after another meeting of the seat's. */
  | { code: 'next-to'; seat: number; meeting: number; side: 'before' | 'after' }
  /** The first slot that could have it. */
  | { code: 'first-free' }
  | { code: 'session'; session: number }

/** Why `meeting` is where the plan has it; [] for one that isn't held. */
export function explainHeld(
  problem: TimetableProblem,
  slots: readonly number[],
  meeting: number,
): SlotReason[] {
  const asked = problem.meetings[meeting]
  const slot = slots[meeting] ?? -1
  if (!asked || slot < 0) return []
  const reasons: SlotReason[] = []
  if (asked.fixed === slot) reasons.push({ code: 'fixed' })
  if (asked.preferred.includes(slot)) reasons.push({ code: 'wished' })
  if (asked.fixed === null) reasons.push(...againstOthers(problem, slots, meeting, slot))
  for (const [other, { seats }] of problem.meetings.entries()) {
    const distance = (slots[other] ?? -1) < 0 ? 0 : slot - (slots[other] ?? 0)
    const seat = asked.seats.find((own) => seats.includes(own))
    if (other === meeting || seat === undefined || Math.abs(distance) !== 1) continue
    if (problem.dayStarts.includes(Math.max(slot, slots[other] ?? 0))) continue
    reasons.push({ code: 'next-to', seat, meeting: other, side: distance > 0 ? 'after' : 'before' })
  }
  if (asked.session !== null) reasons.push({ code: 'session', session: asked.session })
  return reasons
}

/** How the slot compares with those that the meeting could have instead. */
function againstOthers(
  problem: TimetableProblem,
  slots: readonly number[],
  meeting: number,
  slot: number,
): SlotReason[] {
  const free = freeSlotsOf(problem, slots, meeting).filter((other) => other !== slot)
  if (free.length === 0) return [{ code: 'only-slot' }]
  const reasons: SlotReason[] = []
  const moved = [...slots]
  const breaksAt = (at: number) => {
    moved[meeting] = at
    return breaksOfSeats(problem, moved).reduce((sum, breaks) => sum + breaks, 0)
  }
  const breaks = breaksAt(slot)
  const more = Math.min(...free.map(breaksAt)) - breaks
  if (more > 0) reasons.push({ code: 'fewest-breaks', more })
  if (free.every((other) => other > slot)) reasons.push({ code: 'first-free' })
  return reasons
}

function freeSlotsOf(problem: TimetableProblem, slots: readonly number[], meeting: number): number[] {
  return Array.from({ length: problem.slotCount }, (_, slot) => slot).filter(
    (slot) => explainSlot(problem, slots, meeting, slot).length === 0,
  )
}

export interface UnscheduledFact {
  meeting: number
  /** Slots that could have it as the others stand: not empty where the search ended too early. */
  free: number[]
  /** Each constraint that forbids slots to it, with how many, the most first; and the first such case. */
  blocked: { constraint: TimetableConstraint; slots: number; example: SlotBlocker; exampleSlot: number }[]
}

/**
 * Why a meeting has no slot: for each slot what forbids it, summed up by constraint. A slot that several
 * constraints forbid counts for each of them.
 */
export function explainUnscheduled(
  problem: TimetableProblem,
  slots: readonly number[],
  meeting: number,
): UnscheduledFact {
  const free: number[] = []
  const blocked = new Map<TimetableConstraint, UnscheduledFact['blocked'][number]>()
  for (let slot = 0; slot < problem.slotCount; slot++) {
    const blockers = explainSlot(problem, slots, meeting, slot)
    if (blockers.length === 0) free.push(slot)
    for (const constraint of new Set(blockers.map((blocker) => blocker.constraint))) {
      const example = blockers.find((blocker) => blocker.constraint === constraint)
      const known = blocked.get(constraint)
      if (known) known.slots++
      else if (example) blocked.set(constraint, { constraint, slots: 1, example, exampleSlot: slot })
    }
  }
  return { meeting, free, blocked: [...blocked.values()].sort((a, b) => b.slots - a.slots) }
}

/** Every meeting that the plan leaves out, with why; so a plan of the largest part says what is missing. */
export function explainLeftOut(problem: TimetableProblem, slots: readonly number[]): UnscheduledFact[] {
  return problem.meetings.flatMap((_, meeting) =>
    (slots[meeting] ?? -1) < 0 ? [explainUnscheduled(problem, slots, meeting)] : [],
  )
}
