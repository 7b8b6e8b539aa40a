import { startDomains } from '../timetable/domains'
import type { TimetableMeeting, TimetableProblem, TimetableSeat } from '../timetable/timetable'
import type { ReplanRequest } from './replan'

/** The event after the changes, before anything was done about them. */
export interface Situation {
  problem: TimetableProblem
  /** For each meeting its index before; −1: wanted by a walk-in. */
  origin: number[]
  /** Where each meeting is, and could stay; −1: nowhere. A slot may hold more than its tables. */
  slots: number[]
  /** Slots that each meeting may have from now on: its own alone for what is frozen or locked. */
  domains: number[][]
  /** 1: frozen or locked. */
  pinned: Uint8Array
  isFrozen: Uint8Array
  /** Meetings more that each participant may have. */
  quotaLeft: number[]
  /** The slots that cancelled meetings leave behind, with who loses them. */
  freed: { slot: number; participants: number[] }[]
  displaced: number
  tooLate: number[]
  quotaUsedUp: { participant: number; wanted: number }[]
}

export function applyChanges(request: ReplanRequest): Situation {
  const { problem, frozenSlots, locked } = request
  const isFrozen = new Uint8Array(problem.slotCount)
  for (const slot of frozenSlots) isFrozen[slot] = 1
  const after = changedTimes(request, isFrozen)
  const quotaLeft = [...request.quotaLeft]
  const { gone, tooLate, freed } = cancel(request, isFrozen, quotaLeft)

  const origin: number[] = []
  const slots: number[] = []
  const meetings: TimetableMeeting[] = []
  problem.meetings.forEach((meeting, index) => {
    if (gone.has(index)) return
    origin.push(index)
    slots.push(request.slots[index] ?? -1)
    meetings.push(meeting)
  })
  const quotaUsedUp = addWalkIns(request, after.seats, quotaLeft, (seats) => {
    origin.push(-1)
    slots.push(-1)
    meetings.push({ seats, session: null, fixed: null, preferred: [] })
  })
  const place = new Map(origin.map((was, meeting) => [was, meeting]))
  const precedences = problem.precedences.flatMap(({ before, after: later }) => {
    const [first, second] = [place.get(before), place.get(later)]
    return first === undefined || second === undefined ? [] : [{ before: first, after: second }]
  })
  const changed: TimetableProblem = { ...problem, ...after, meetings, precedences }

  const pinned = new Uint8Array(meetings.length)
  const isLocked = new Set(locked)
  const domains = startDomains(changed)
  let displaced = 0
  domains.forEach((own, meeting) => {
    const slot = slots[meeting] ?? -1
    const isPast = slot >= 0 && isFrozen[slot] === 1
    if (isPast || (slot >= 0 && isLocked.has(origin[meeting] ?? -1))) pinned[meeting] = 1
    if (isPast) domains[meeting] = [slot]
    else if (pinned[meeting] === 1) domains[meeting] = own.filter((other) => other === slot)
    else domains[meeting] = own.filter((other) => isFrozen[other] === 0)
    if (slot >= 0 && !domains[meeting]?.includes(slot)) {
      slots[meeting] = -1
      displaced++
    }
  })
  displaced += overfull(changed, slots)
  return {
    problem: changed,
    origin,
    slots,
    domains,
    pinned,
    isFrozen,
    quotaLeft,
    freed,
    displaced,
    tooLate,
    quotaUsedUp,
  }
}

/** Seats and tables with the changes; what is frozen stays as it was. */
function changedTimes({ problem, changes }: ReplanRequest, isFrozen: Uint8Array) {
  const away = problem.seats.map((seat) => new Set(seat.away))
  const tables = [...problem.tables]
  for (const change of changes) {
    if (change.kind === 'late') {
      for (let slot = 0; slot < Math.min(change.until, problem.slotCount); slot++) {
        if (isFrozen[slot] === 0) away[change.seat]?.add(slot)
      }
    } else if (change.kind === 'away') {
      for (const slot of change.slots) if (isFrozen[slot] === 0) away[change.seat]?.add(slot)
    } else if (change.kind === 'tables-closed') {
      for (const slot of change.slots) {
        if (isFrozen[slot] === 0) tables[slot] = Math.max(0, (tables[slot] ?? 0) - change.closed)
      }
    }
  }
  const seats: TimetableSeat[] = problem.seats.map((seat, index) => ({
    ...seat,
    away: [...(away[index] ?? [])].sort((a, b) => a - b),
  }))
  return { seats, tables }
}

function cancel({ problem, slots, changes }: ReplanRequest, isFrozen: Uint8Array, quotaLeft: number[]) {
  const gone = new Set<number>()
  const tooLate: number[] = []
  const freed: Situation['freed'] = []
  changes.forEach((change, index) => {
    if (change.kind !== 'cancelled' || gone.has(change.meeting)) return
    const meeting = problem.meetings[change.meeting]
    const slot = slots[change.meeting] ?? -1
    if (!meeting || (slot >= 0 && isFrozen[slot] === 1)) {
      tooLate.push(index)
      return
    }
    gone.add(change.meeting)
    const participants = meeting.seats.map((seat) => problem.seats[seat]?.participant ?? -1)
    for (const participant of participants) quotaLeft[participant] = (quotaLeft[participant] ?? 0) + 1
    if (slot >= 0) freed.push({ slot, participants })
  })
  return { gone, tooLate, freed }
}

/** New seats, and a meeting for each wish whose other side may still have one; at its seat with fewest. */
function addWalkIns(
  { problem, changes }: ReplanRequest,
  seats: TimetableSeat[],
  quotaLeft: number[],
  add: (seats: number[]) => void,
): Situation['quotaUsedUp'] {
  const quotaUsedUp: Situation['quotaUsedUp'] = []
  const count = new Int32Array(seats.length)
  for (const meeting of problem.meetings) {
    for (const seat of meeting.seats) count[seat] = (count[seat] as number) + 1
  }
  const ofParticipant = new Map<number, number[]>()
  seats.forEach(({ participant }, seat) => {
    ofParticipant.set(participant, [...(ofParticipant.get(participant) ?? []), seat])
  })
  for (const change of changes) {
    if (change.kind !== 'walk-in') continue
    const own = change.seats.map((away) => seats.push({ participant: change.participant, away }) - 1)
    let next = 0
    for (const wanted of change.wants) {
      const others = (ofParticipant.get(wanted) ?? []).toSorted(
        (a, b) => (count[a] as number) - (count[b] as number),
      )
      const [other] = others
      const seat = own[next % Math.max(1, own.length)]
      if (other === undefined || seat === undefined || (quotaLeft[wanted] ?? 0) < 1) {
        quotaUsedUp.push({ participant: change.participant, wanted })
        continue
      }
      quotaLeft[wanted] = (quotaLeft[wanted] ?? 0) - 1
      count[other] = (count[other] as number) + 1
      next++
      add([seat, other])
    }
  }
  return quotaUsedUp
}

/** So many meetings are in slots that have no table for them any more. */
function overfull(problem: TimetableProblem, slots: readonly number[]): number {
  const load = new Int32Array(problem.slotCount)
  for (const slot of slots) if (slot >= 0) load[slot] = (load[slot] as number) + 1
  return load.reduce((sum, held, slot) => sum + Math.max(0, held - (problem.tables[slot] ?? 0)), 0)
}
