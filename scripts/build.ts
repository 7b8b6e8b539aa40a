import path from 'node:path'
import { buildFrontEnd } from '~/supervisor/build'

// `npm run build`: the front end into build/, as `npm start` does when it is stale.
try {
  await buildFrontEnd(path.join(import.meta.dirname, '..'), { quiet: false })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
