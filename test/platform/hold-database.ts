import { startEmbeddedPostgres } from '~/db/embedded.server'

// Holds the embedded database of the directory in the first argument until killed: for tests that kill it.
const postgres = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '' })
console.log(JSON.stringify({ pid: postgres.pid(), url: postgres.url }))
setInterval(() => {}, 60_000)
