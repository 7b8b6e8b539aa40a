import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { SingleBar } from 'cli-progress'
import { readEnv } from '~/config/env.server'
import { connectDatabase } from '~/db/client.server'
import { withDatabase } from '~/db/embedded.server'
import { migrateDatabase } from '~/db/migrate.server'
import { rebuildSearch } from '~/domain/edition/rebuild-search.server'
import { openStorage } from '~/integrations/storage/open-storage.server'
import { openSearchIndex } from '~/search/open-search-index.server'
import { countBooths, MOST_BOOTHS, seedSampleEdition, USUAL_BOOTHS } from './seed-sample-edition.server'

// `npm run seed -- --booths N`: the sample edition in the database of DATABASE_URL, else in the embedded one.

const USAGE = `npm run seed -- [--booths N] [--replace [--yes]]
  --booths N   stands in the hall, 1 to ${MOST_BOOTHS} (${USUAL_BOOTHS} when not given)
  --replace    take an edition of another size away first
  --yes        do so without asking`

class UsageError extends Error {}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        booths: { type: 'string', default: String(USUAL_BOOTHS) },
        replace: { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    const booths = /^\d+$/.test(values.booths) ? Number(values.booths) : Number.NaN
    if (!(booths >= 1 && booths <= MOST_BOOTHS)) {
      throw new UsageError(`--booths is a whole number from 1 to ${MOST_BOOTHS}, not '${values.booths}'.`)
    }
    return { ...values, booths }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(error instanceof Error ? error.message : '')
  }
}

async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(`${question} [y/N] `)
  terminal.close()
  return /^y(es)?$/i.test(answer.trim())
}

async function main(): Promise<void> {
  const wanted = readArguments()
  if (wanted.help) {
    console.log(USAGE)
    return
  }
  const env = readEnv()
  await withDatabase(env, async (url) => {
    const started = performance.now()
    const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`
    await migrateDatabase(url)
    const connection = connectDatabase(url, { max: 4 })
    try {
      const { db } = connection
      const present = await countBooths(db)
      if (present === wanted.booths) {
        console.log(`The edition of ${present} booths is there already; nothing was changed.`)
        return
      }
      if (present !== null && !wanted.replace) {
        throw new UsageError(
          `This database already holds an edition of ${present} booths. Add --replace to take it away first.`,
        )
      }
      const question = `Take the sample edition of ${present} booths away and make one of ${wanted.booths}?`
      if (present !== null && !wanted.yes && !(await confirm(question))) {
        throw new UsageError('Nothing was changed. Add --yes to replace the edition without being asked.')
      }

      const bar = new SingleBar({ format: '{task} [{bar}] {percentage} %', clearOnComplete: false })
      bar.start(100, 0, { task: 'Writing ' })
      const result = await seedSampleEdition(db, {
        booths: wanted.booths,
        replace: wanted.replace,
        storage: openStorage(env),
        onProgress: (written, total) => bar.update(Math.floor((written / total) * 60)),
      })
      if (result.outcome !== 'seeded') {
        bar.stop()
        throw new UsageError(
          result.outcome === 'real-data'
            ? 'Nothing was changed: this database holds data that is not sample data.'
            : `Nothing was changed: an edition of ${result.booths} booths is there.`,
        )
      }
      bar.update(60, { task: 'Indexing' })
      const expected = result.booths + result.products
      const { documents } = await rebuildSearch(
        { db, search: openSearchIndex(env, connection), actor: { kind: 'system' }, now: new Date() },
        { onProgress: (done) => bar.update(60 + Math.min(40, Math.floor((done / expected) * 40))) },
      )
      bar.update(100)
      bar.stop()
      console.log(
        `${result.booths} booths with ${result.products} products; ${documents} can be found. (${seconds()})`,
      )
    } finally {
      await connection.close()
    }
  })
}

try {
  await main()
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(`${error.message}\n\n${USAGE}`)
  process.exitCode = 1
}
