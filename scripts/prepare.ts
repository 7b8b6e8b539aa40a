import { readEnv } from '~/config/env.server'
import { withDatabase } from '~/db/embedded.server'
import { databaseProblem } from '~/supervisor/check-database'
import { prepareDatabase } from '~/supervisor/prepare-database'

// What `npm start` does before it opens, alone: for a server on which web and worker run by themselves.
try {
  const env = readEnv()
  const problem = env.DATABASE_URL ? await databaseProblem(env.DATABASE_URL) : null
  if (problem) throw new Error(problem)
  await withDatabase(env, (url) => prepareDatabase(url, env, { booths: undefined, say: console.log }))
  console.log('The database is ready.')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
