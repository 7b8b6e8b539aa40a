import { type ClingoResult, restart, run } from 'clingo-wasm'
import { startDomains } from '~/matching/timetable/domains'
import type { TimetableProblem } from '~/matching/timetable/timetable'

/** What clingo says in its time: the fewest breaks it found, whether it proved them fewest or impossible. */
export interface ClingoAnswer {
  breaks: number | null
  proven: boolean
  infeasible: boolean
  seconds: number
}

/** The benchmark's rules; the spread is "at most 2 each", as somebody in each instance surely has no break. */
const RULES = `
1 { held(M,T) : may(M,T) } 1 :- meeting(M).
:- seat(S), slot(T), 2 { held(M,T) : of(M,S) }.
:- tables(T,L), L+1 { held(M,T) : may(M,T) }.
:- before(A,B), held(A,T), held(B,U), U <= T.
busy(S,T) :- held(M,T), of(M,S).
begun(S,T) :- busy(S,T).
begun(S,T+1) :- begun(S,T), slot(T+1).
gap(S,T) :- busy(S,T), not busy(S,T-1), begun(S,T-1).
:- seat(S), 3 { gap(S,T) : slot(T) }.
#minimize { 1,S,T : gap(S,T) }.
#show held/2.
`

/** How often the processor's time is looked at, in milliseconds. */
const LOOK_EVERY = 50

/**
 * Solves a benchmark instance with npm's clingo-wasm, core-guided, within so many seconds: of the clock, or of this
 * process's processor time, which is all clingo's while it runs in its worker.
 */
export async function solveWithClingo(
  problem: TimetableProblem,
  seconds: number,
  ofProcessor: boolean,
): Promise<ClingoAnswer> {
  const clock = () => {
    const { user, system } = process.cpuUsage()
    return ofProcessor ? (user + system) / 1e6 : performance.now() / 1000
  }
  const start = clock()
  const passed = () => clock() - start
  const costs: number[] = []
  const solving = run(RULES + factsOf(problem), 0, ['--opt-strategy=usc'], (witness) => {
    costs.push(...(witness.Costs ?? []))
  })
  let timer: NodeJS.Timeout | undefined
  const timeOut = new Promise<null>((resolve) => {
    timer = setInterval(() => passed() >= seconds && resolve(null), LOOK_EVERY)
  })
  // Stopping its worker ends the promise of the run with an error that says no more than that.
  const result: ClingoResult | null = await Promise.race([
    solving.then((answer) => (answer.Result === 'ERROR' ? null : answer)).catch(() => null),
    timeOut,
  ])
  clearInterval(timer)
  const taken = passed()
  if (result === null) await restart()
  const best = costs.at(-1) ?? null
  const infeasible = result?.Result === 'UNSATISFIABLE'
  return {
    breaks: best,
    proven: infeasible || result?.Result === 'OPTIMUM FOUND',
    infeasible,
    seconds: taken,
  }
}

function factsOf(problem: TimetableProblem): string {
  const facts: string[] = []
  for (let slot = 0; slot < problem.slotCount; slot++)
    facts.push(`slot(${slot}). tables(${slot},${problem.tables[slot]}).`)
  problem.seats.forEach((_, seat) => {
    facts.push(`seat(${seat}).`)
  })
  const domains = startDomains(problem)
  problem.meetings.forEach(({ seats }, meeting) => {
    facts.push(`meeting(${meeting}).`)
    for (const seat of seats) facts.push(`of(${meeting},${seat}).`)
    for (const slot of domains[meeting] ?? []) facts.push(`may(${meeting},${slot}).`)
  })
  for (const { before, after } of problem.precedences) facts.push(`before(${before},${after}).`)
  return facts.join('\n')
}
