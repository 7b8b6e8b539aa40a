import type { SelectedMeeting, SelectionParty, SelectionProblem } from '~/matching/select/selection'
import type { TimetableProblem, TimetableSeat } from './timetable'

/** The frame of an event's time; see TimetableProblem. */
export type EventFrame = Pick<TimetableProblem, 'dayStarts' | 'sessions' | 'minimumRest' | 'breakSpread'>

/**
 * The chosen meetings as a timetable to be made. Participants are numbered buyers first, then sellers; the
 * seats of a participant follow one another. Its meetings are dealt out to its seats evenly, each to the seat
 * that has the fewest so far. The meetings keep their order.
 */
export function timetableOfSelection(
  { buyers, sellers, tables }: Pick<SelectionProblem, 'buyers' | 'sellers' | 'tables'>,
  selected: readonly Pick<SelectedMeeting, 'buyer' | 'sellers'>[],
  frame: EventFrame,
): TimetableProblem {
  const seats: TimetableSeat[] = []
  const count: number[] = []
  const ownSeats = [...buyers, ...sellers].map((party: SelectionParty, participant) =>
    Array.from({ length: party.seats }, () => {
      count.push(0)
      return seats.push({ participant, away: party.away }) - 1
    }),
  )
  const freest = (participant: number): number => {
    const own = ownSeats[participant] ?? []
    const [first = -1] = own
    const seat = own.reduce((best, other) => ((count[other] ?? 0) < (count[best] ?? 0) ? other : best), first)
    if (seat < 0) throw new Error(`Participant ${participant} of a meeting has no seat`)
    count[seat] = (count[seat] ?? 0) + 1
    return seat
  }
  return {
    ...frame,
    slotCount: tables.length,
    tables,
    seats,
    meetings: selected.map(({ buyer, sellers: group }) => ({
      seats: [freest(buyer), ...group.map((seller) => freest(buyers.length + seller))],
      session: null,
      fixed: null,
      preferred: [],
    })),
    precedences: [],
  }
}
