import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { checkPlan } from '~/matching/timetable/check-plan'
import { countPlan } from '~/matching/timetable/count-plan'
import { readDzn } from '~/matching/timetable/read-dzn'
import { solveWithClingo } from './clingo-b2b'

/**
 * `npm run bench -- match-b2b [--budget 10] [--seeds 1] [--only forum-13,tic] [--cpu] [--clingo 60]`: the engine
 * against the 52 instances of Bofill et al. (JAIR 2022, article 12670) in the folder B2B_DIR, each solved by
 * `npm run match` in its own process. Every schedule is checked; a claim against the published optimum is an
 * error. --cpu counts the budget in the process's own processor time, and --steps in steps, for a machine that
 * does other work too;
 * --clingo gives clingo-wasm so many seconds, of the same kind, for each instance in the same run. One JSON line last.
 */
const { values } = parseArgs({
  options: {
    budget: { type: 'string', default: '10' },
    seeds: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    cpu: { type: 'boolean', default: false },
    steps: { type: 'string' },
    clingo: { type: 'string' },
  },
})

const answerSchema = z.object({
  breaks: z.number().nullable(),
  lowerBound: z.number(),
  proven: z.boolean(),
  feasible: z.boolean().nullable(),
  seconds: z.number(),
  solveSeconds: z.number(),
  cpuSeconds: z.number(),
  solveCpuSeconds: z.number(),
  steps: z.number(),
})

function run(args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/match.ts', ...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let output = ''
    child.stdout.on('data', (part: Buffer) => {
      output += part.toString()
    })
    child.on('error', reject)
    child.on('close', () => resolve(output))
  })
}

async function measure(directory: string): Promise<void> {
  const optima = z
    .record(z.string(), z.union([z.number(), z.literal('infeasible')]))
    .parse(JSON.parse(fs.readFileSync(path.join(directory, 'optimum.json'), 'utf8')))
  const wanted = values.only.split(',')
  const names = Object.keys(optima).filter((name) => wanted.some((part) => name.includes(part)))
  const out = path.join(os.tmpdir(), `match-b2b-${process.pid}.json`)
  const totals = { runs: 0, right: 0, proven: 0, wrong: 0, found: 0, infeasible: 0, seconds: 0 }
  const clingo = { atLeastAsGood: 0, better: 0, compared: 0 }
  const open: string[] = []

  for (const name of names) {
    const file = path.join(directory, `${name}.dzn`)
    const problem = readDzn(fs.readFileSync(file, 'utf8'))
    const optimum = optima[name]
    const rival = values.clingo ? await solveWithClingo(problem, Number(values.clingo), values.cpu) : null
    for (const seed of values.seeds.split(',')) {
      fs.rmSync(out, { force: true })
      const limit = values.steps ? ['--steps', values.steps] : ['--budget', values.budget]
      const args = ['solve', file, ...limit, '--seed', seed, '--out', out]
      const answer = answerSchema.parse(JSON.parse(await run(values.cpu ? [...args, '--cpu'] : args)))
      totals.runs++
      totals.seconds += values.cpu ? answer.cpuSeconds : answer.seconds
      const problems: string[] = []
      let right = false
      if (optimum === 'infeasible') {
        right = answer.proven && answer.feasible === false
        if (answer.feasible === true) problems.push('claims a timetable')
      } else {
        right = answer.breaks === optimum
        if (answer.feasible === false) problems.push('claims infeasible')
        if (answer.lowerBound > Number(optimum)) problems.push('claims too high a bound')
        if (answer.breaks !== null) {
          const slots = z.array(z.number()).parse(JSON.parse(fs.readFileSync(out, 'utf8')))
          const plan = slots.map((slot) => slot - 1)
          const broken = checkPlan(problem, plan)
          if (broken.length > 0) problems.push(`breaks ${broken.map(({ constraint }) => constraint)}`)
          if (countPlan(problem, plan).breaks !== answer.breaks) problems.push('miscounts')
        }
      }
      if (problems.length > 0) totals.wrong++
      if (right) totals[optimum === 'infeasible' ? 'infeasible' : 'found']++
      if (right && answer.proven) totals.right++
      if (answer.proven) totals.proven++
      if (!right || !answer.proven)
        open.push(`${name}@${seed}: ${answer.breaks}/${answer.lowerBound}/${optimum}`)
      const time = `${answer.seconds} s (${answer.cpuSeconds} s of processor, ${answer.steps} steps)`
      const claim = `${answer.breaks ?? '–'} bound ${answer.lowerBound}${answer.proven ? ' proven' : ''}`
      let beside = ''
      if (rival) {
        clingo.compared++
        const cost = answer.breaks ?? (answer.feasible === false ? -1 : Number.POSITIVE_INFINITY)
        const rivalCost = rival.breaks ?? (rival.infeasible ? -1 : Number.POSITIVE_INFINITY)
        const same = cost === rivalCost && answer.proven === rival.proven
        const ahead = cost < rivalCost || (cost === rivalCost && answer.proven && !rival.proven)
        if (same || ahead) clingo.atLeastAsGood++
        if (ahead || (same && (values.cpu ? answer.solveCpuSeconds : answer.solveSeconds) < rival.seconds))
          clingo.better++
        beside = `; clingo ${rival.breaks ?? (rival.infeasible ? 'infeasible' : '–')}${rival.proven ? ' proven' : ''} ${rival.seconds.toFixed(1)} s`
      }
      console.error(
        `${name} seed ${seed}: ${claim}, optimum ${optimum}, ${time}${beside} ${problems.join(', ')}`,
      )
    }
  }
  fs.rmSync(out, { force: true })
  console.log(
    JSON.stringify({
      bench: 'match-b2b',
      budget: Number(values.steps ?? values.budget),
      budgetIn: values.steps ? 'steps' : values.cpu ? 'processor seconds' : 'seconds',
      instances: names.length,
      runs: totals.runs,
      rightAndProven: totals.right,
      optimaFound: totals.found,
      infeasibleProven: totals.infeasible,
      wrongClaims: totals.wrong,
      open,
      meanSeconds: Math.round((100 * totals.seconds) / totals.runs) / 100,
      ...(values.clingo ? { clingo } : {}),
    }),
  )
  if (totals.wrong > 0) process.exitCode = 1
}

if (process.env.B2B_DIR) await measure(process.env.B2B_DIR)
else console.error('Skipped: B2B_DIR does not name the folder of the benchmark.')
