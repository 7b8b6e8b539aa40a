import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { isLocale } from '~/domain/shared/locale'
import { explainInfeasible } from '~/matching/explain/explain-infeasible'
import { explainLeftOut } from '~/matching/explain/explain-plan'
import { explainConflict } from '~/matching/timetable/explain-conflict'
import { readDzn } from '~/matching/timetable/read-dzn'
import { createTimetableSolver } from '~/matching/timetable/solve-timetable'
import type { TimetableProblem } from '~/matching/timetable/timetable'

/**
 * `npm run match -- solve FILE.dzn [--budget 10] [--seed 1] [--out schedule.json] [--steps n] [--cpu]
 * [--locale id]`: the timetable of an instance of the literature's benchmark (Bofill et al., JAIR 2022, article 12670) with the
 * fewest breaks. The budget is in seconds of wall-clock from the process's start, or with --cpu of the
 * process's own processor time; --steps ends after so many steps instead, and then every run of a seed is the
 * same. The schedule is written as 1-based slots, one a meeting; progress goes to standard error, and last
 * comes one JSON line: {breaks, lowerBound, proven, feasible, seconds, solveSeconds, cpuSeconds, solveCpuSeconds,
 * steps}, where seconds end with the proof and the solve… ones leave out the start of the process. Where no timetable holds all
 * meetings, `because` says in the locale's words what can't hold together and what the largest part found
 * leaves out; `reason` and `leftOut` have the same as data.
 */
const SLICE = 100_000
/** Meetings left out that are explained one by one. */
const MOST_EXPLAINED = 5

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    budget: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    steps: { type: 'string' },
    out: { type: 'string' },
    cpu: { type: 'boolean', default: false },
    locale: { type: 'string', default: 'id' },
  },
})
const [command, file] = positionals
if (command !== 'solve' || !file) {
  console.error('Usage: npm run match -- solve FILE.dzn [--budget 10] [--seed 1] [--out schedule.json]')
  process.exitCode = 1
} else {
  const cpuSeconds = () => process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6
  const seconds = () => performance.now() / 1000
  const spent = values.cpu ? cpuSeconds : seconds
  const mostSteps = values.steps === undefined ? Number.POSITIVE_INFINITY : Number(values.steps)
  const budget = values.steps === undefined ? Number(values.budget) : Number.POSITIVE_INFINITY
  const begun = seconds()
  const begunCpu = cpuSeconds()
  const problem = readDzn(fs.readFileSync(file, 'utf8'))
  const solver = createTimetableSolver(problem, { seed: Number(values.seed) })

  let progress = solver.advance(0)
  let told = ''
  let settled: number | null = null
  while (!solver.done && progress.steps < mostSteps && spent() < budget) {
    if (progress.proven) settled ??= seconds()
    progress = solver.advance(Math.min(SLICE, mostSteps - progress.steps))
    const news = `breaks ${progress.plan?.breaks ?? '–'}, bound ${progress.lowerBound}`
    if (news !== told) console.error(`${seconds().toFixed(1)} s, ${progress.steps} steps: ${news}`)
    told = news
  }

  const { plan, proven, lowerBound, steps } = progress
  const feasible = plan !== null && plan.unscheduled === 0
  if (values.out && plan) fs.writeFileSync(values.out, JSON.stringify(plan.slots.map((slot) => slot + 1)))
  const round = (x: number) => Math.round(x * 100) / 100
  console.log(
    JSON.stringify({
      breaks: feasible ? plan.breaks : null,
      lowerBound,
      proven: proven !== null,
      feasible: proven === 'infeasible' ? false : feasible ? true : null,
      seconds: round(settled ?? seconds()),
      solveSeconds: round((settled ?? seconds()) - begun),
      cpuSeconds: round(cpuSeconds()),
      solveCpuSeconds: round(cpuSeconds() - begunCpu),
      steps,
      ...(proven === 'infeasible'
        ? {
            reason: explainConflict(problem) ?? 'no timetable was found by a complete search',
            leftOut: plan?.unscheduled ?? null,
            because: await infeasibleWords(problem, plan?.slots ?? problem.meetings.map(() => -1)),
          }
        : {}),
    }),
  )
}

/** Sentences: why not all meetings can be held, and how far the largest timetable goes. */
async function infeasibleWords(problem: TimetableProblem, slots: readonly number[]): Promise<string[]> {
  const { locale } = values
  if (!isLocale(locale)) throw new Error(`There is no language '${locale}'.`)
  // Read now, so that nobody else waits for all the product's words.
  const { pageWords } = await import('~/app/i18n/page-words.server')
  const { fill } = await import('~/app/i18n/fill')
  const { infeasibleSentences, numberedNames, unscheduledSentence } = await import(
    '~/app/timetable-sentences'
  )
  const words = pageWords('timetable', locale)
  const reading = { words, locale, names: numberedNames(words, locale) }
  const fact = explainInfeasible(problem)
  const left = explainLeftOut(problem, slots)
  const count = problem.meetings.length
  return [
    ...(fact ? infeasibleSentences(fact, reading) : [words.noTimetable]),
    fill(words.largest, { held: count - left.length, count }),
    ...left.slice(0, MOST_EXPLAINED).map((one) => unscheduledSentence(one, reading)),
  ]
}
