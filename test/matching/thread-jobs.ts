import type { ReplanRequest } from '~/matching/replan/replan'
import type { SelectionParty, SelectionProblem } from '~/matching/select/selection'
import { createEventSolver } from '~/matching/timetable/event-solver'
import { halls, pairs } from './replan-requests'
import { timetableFor } from './small-timetables'

/** Everybody of five meets everybody of the other five. */
export const CROWD = timetableFor(
  Array.from({ length: 25 }, (_, at) => ({ seats: [at % 5, 5 + Math.floor(at / 5)] })),
  { slotCount: 6 },
)

/** The crowd's plan, of which two are cancelled; two of the people may meet again. */
export const MENDING: ReplanRequest = {
  ...halls({ meetings: [], slots: [] }),
  problem: CROWD,
  slots: createEventSolver(CROWD, 1).advance(5_000).plan?.slots ?? [],
  frozenSlots: [0],
  changes: [0, 15].map((meeting) => ({ kind: 'cancelled' as const, meeting })),
  waiting: pairs([[0, 5, 1]]),
  quotaLeft: Array.from({ length: 10 }, () => 0),
  mostMoves: 5,
}

/** One of each side, who must meet. */
export const SELECTING: SelectionProblem = {
  buyers: [party('buyer')],
  sellers: [party('seller')],
  needs: [],
  candidates: noCandidates(),
  wishes: [{ from: 'buyer', buyer: 'buyer', seller: 'seller', kind: 'must' }],
  rules: [],
  met: [],
  tables: [1],
}

function party(id: string): SelectionParty {
  return {
    id,
    organisationId: id,
    quota: { minimum: 0, maximum: 1 },
    seats: 1,
    away: [],
    isNew: true,
    isFirstServed: false,
    groups: [],
    place: null,
  }
}

function noCandidates(): SelectionProblem['candidates'] {
  const none = () => new Int16Array(0)
  return {
    count: 0,
    buyer: new Int32Array(0),
    seller: new Int32Array(0),
    need: new Int32Array(0),
    supply: new Float64Array(0),
    points: {
      product: none(),
      volume: none(),
      price: none(),
      papers: none(),
      destination: none(),
      language: none(),
      readiness: none(),
    },
  }
}
