import { spawn } from 'node:child_process'

// `side-by-side.ts <scripts> <scripts> …`: runs npm scripts at once, those of one lane (`typecheck,arrows`) one after
// the other. What each says is printed whole when it ends; what fails makes all of it fail, after the others' end.

function run(script: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] })
    const said: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
    child.once('error', () => resolve(false))
    child.once('close', (code) => {
      process.stdout.write(`\n> ${script}\n\n${Buffer.concat(said).toString()}`)
      if (code !== 0) console.error(`${script} failed (exit code ${code}).`)
      resolve(code === 0)
    })
  })
}

/** One after the other, the first that fails being the last. */
async function runLane(lane: string): Promise<boolean> {
  for (const script of lane.split(',')) if (!(await run(script))) return false
  return true
}

const lanes = process.argv.slice(2)
if (lanes.length === 0) throw new Error('Say which npm scripts to run.')
const passed = await Promise.all(lanes.map(runLane))
process.exitCode = passed.every(Boolean) ? 0 : 1
