import { filterAllDifferent } from './all-different'
import type { TimetableConstraint, TimetableProblem } from './timetable'

/** The slots that each meeting can still have, ascending, by meeting. */
export type Domains = number[][]

/** Why not all meetings can be held together, as far as a filter sees it. */
export interface Conflict {
  constraints: TimetableConstraint[]
  meetings: number[]
  /** The slots for which they vie. */
  slots: number[]
  /** The seat that can't hold all its meetings; null where the reason lies elsewhere. */
  seat: number | null
}

export type Tightened = { domains: Domains; conflict: null } | { domains: null; conflict: Conflict }

/** What each meeting's own constraints leave: its session, its fixed slot, its people's times away; nothing to
 * one of somebody with oneself. */
export function startDomains(problem: TimetableProblem): Domains {
  const away = problem.seats.map((seat) => new Set(seat.away))
  const sessions = problem.sessions.map((session) => new Set(session.slots))
  return problem.meetings.map(({ seats, session, fixed }) => {
    const slots: number[] = []
    if (meetsItself(seats)) return slots
    for (let slot = 0; slot < problem.slotCount; slot++) {
      if (fixed !== null && fixed !== slot) continue
      if (session !== null && !sessions[session]?.has(slot)) continue
      if ((problem.tables[slot] ?? 0) < 1) continue
      if (!seats.some((seat) => away[seat]?.has(slot))) slots.push(slot)
    }
    return slots
  })
}

/** Whether a seat is there twice: it can't be, with one meeting a seat a slot. */
export function meetsItself(seats: readonly number[]): boolean {
  return seats.some((seat, i) => seats.indexOf(seat) !== i)
}

/** Each seat's meetings, by index. */
export function meetingsOfSeats(problem: TimetableProblem): number[][] {
  const own: number[][] = problem.seats.map(() => [])
  problem.meetings.forEach(({ seats }, meeting) => {
    for (const seat of seats) own[seat]?.push(meeting)
  })
  return own
}

/**
 * The start domains without the slots that no timetable of all meetings can use, or a proof that there is
 * none: all-different for each seat (Régin, AAAI 1994: a slot stays when some matching of the seat's meetings
 * uses it) and the bounds of precedences, to their fixpoint; at last the tables of all slots as one flow.
 */
export function tightenDomains(problem: TimetableProblem): Tightened {
  const domains = startDomains(problem)
  const fail = (constraints: TimetableConstraint[], meetings: number[], seat: number | null = null) => {
    const slots = [...new Set(meetings.flatMap((meeting) => domains[meeting] ?? []))].sort((a, b) => a - b)
    return { domains: null, conflict: { constraints, meetings, slots, seat } }
  }
  const empty = domains.findIndex((slots) => slots.length === 0)
  if (empty >= 0) {
    const isSelf = meetsItself(problem.meetings[empty]?.seats ?? [])
    return fail(isSelf ? ['seat-busy'] : ['session', 'fixed', 'away'], [empty])
  }

  const own = meetingsOfSeats(problem)
  const seatsOf = problem.meetings.map(({ seats }) => seats)
  const dirty = new Set(own.keys())
  const touch = (meeting: number) => {
    for (const seat of seatsOf[meeting] ?? []) dirty.add(seat)
  }
  for (let changed = true; changed; ) {
    changed = false
    for (const { before, after } of problem.precedences) {
      const first = domains[before] ?? []
      const second = domains[after] ?? []
      const earliest = first[0] ?? 0
      const later = second.filter((slot) => slot > earliest)
      const latest = later.at(-1)
      const earlier = latest === undefined ? [] : first.filter((slot) => slot < latest)
      if (earlier.length === 0) return fail(['precedence'], [before, after])
      if (later.length < second.length || earlier.length < first.length) {
        domains[before] = earlier
        domains[after] = later
        touch(before)
        touch(after)
        changed = true
      }
    }
    for (const seat of dirty) {
      dirty.delete(seat)
      const result = filterAllDifferent(own[seat] ?? [], domains, problem.slotCount)
      if (result.conflict) return fail(['seat-busy'], result.conflict, seat)
      for (const meeting of result.narrowed) {
        touch(meeting)
        changed = true
      }
    }
  }
  const crowded = tooFewTables(problem, domains)
  return crowded ? fail(['table-full'], crowded) : { domains, conflict: null }
}

/** Meetings that together have more need of tables than their slots have; null: each gets one. */
function tooFewTables(problem: TimetableProblem, domains: Domains): number[] | null {
  const inSlot: number[][] = problem.tables.map(() => [])
  for (let meeting = 0; meeting < domains.length; meeting++) {
    // Breadth first from the new meeting over full slots to one that has room, then all move up one place.
    const cameFrom = new Map<number, { meeting: number; slot: number | null }>()
    const queue: { meeting: number; slot: number | null }[] = [{ meeting, slot: null }]
    let free = -1
    for (let i = 0; i < queue.length && free < 0; i++) {
      const entry = queue[i]
      if (!entry) break
      for (const slot of domains[entry.meeting] ?? []) {
        if (cameFrom.has(slot)) continue
        cameFrom.set(slot, entry)
        const held = inSlot[slot] ?? []
        if (held.length < (problem.tables[slot] ?? 0)) {
          free = slot
          break
        }
        for (const other of held) queue.push({ meeting: other, slot })
      }
    }
    if (free < 0) return queue.map((entry) => entry.meeting).sort((a, b) => a - b)
    for (let slot: number | null = free; slot !== null; ) {
      const entry = cameFrom.get(slot)
      if (!entry) break
      inSlot[slot]?.push(entry.meeting)
      if (entry.slot !== null)
        inSlot[entry.slot] = (inSlot[entry.slot] ?? []).filter((m) => m !== entry.meeting)
      slot = entry.slot
    }
  }
  return null
}
