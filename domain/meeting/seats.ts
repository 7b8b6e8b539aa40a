import type { Availability, Slot } from './slots'

const MINUTE_MS = 60_000

/** The lowest seat that holds nothing during the slot and `gapMinutes` about it; null: none. */
export function freeSeat({ seats, occupied }: Availability, slot: Slot, gapMinutes: number): number | null {
  const from = slot.startsAt.getTime() - gapMinutes * MINUTE_MS
  const until = slot.endsAt.getTime() + gapMinutes * MINUTE_MS
  const isTaken = (seat: number) =>
    occupied.some(
      (held) => held.seat === seat && held.startsAt.getTime() < until && from < held.endsAt.getTime(),
    )
  return seats.toSorted((a, b) => a - b).find((seat) => !isTaken(seat)) ?? null
}

/**
 * A free seat of each organisation, by its id, or whose is missing ('them' before 'us': the reader can do
 * nothing about it). An organisation keeps its gap where it can; `strict`: always, as instant booking
 * promises it.
 */
export function chooseSeats(
  parties: readonly Availability[],
  slot: Slot,
  { mine, strict }: { mine: string; strict: boolean },
): { seats: Map<string, number> } | { taken: 'them' | 'us' } {
  const seats = new Map<string, number>()
  const missing: string[] = []
  for (const party of parties) {
    const gap = party.schedule?.gapMinutes ?? 0
    const seat = freeSeat(party, slot, gap) ?? (strict ? null : freeSeat(party, slot, 0))
    if (seat === null) missing.push(party.organisationId)
    else seats.set(party.organisationId, seat)
  }
  if (missing.length === 0) return { seats }
  return { taken: missing.some((id) => id !== mine) ? 'them' : 'us' }
}

/** An organisation's availability as if a meeting of it held nothing: its own time is free for the one that moves. */
export function exceptMeeting(
  party: Availability,
  held: (Slot & { seats: ReadonlyMap<string, number | null> }) | null,
): Availability {
  const seat = held?.seats.get(party.organisationId) ?? null
  if (!held || seat === null) return party
  const isHeld = (other: Availability['occupied'][number]) =>
    other.seat === seat && other.startsAt.getTime() === held.startsAt.getTime()
  return { ...party, occupied: party.occupied.filter((other) => !isHeld(other)) }
}
