import { readEnv } from '~/config/env.server'
import { connectDatabase } from '~/db/client.server'
import { makePhoto } from '~/domain/photo/make-photo.server'
import { newId } from '~/domain/shared/ids'
import { openStorage } from '~/integrations/storage/open-storage.server'
import { openSearchIndex } from '~/search/open-search-index.server'

// One photograph, made in a process of its own (see in-own-process.ts); its id is the argument.
// The worker died. An orderly exit would wait for the decoder's threads, which may be what hangs.
const end = () => process.kill(process.pid, 'SIGKILL')
process.on('disconnect', end)
if (process.connected === false) end()
const env = readEnv()
const connection = connectDatabase(env.DATABASE_URL ?? '', { max: 1 })
try {
  await makePhoto(
    {
      db: connection.db,
      search: openSearchIndex(env, connection),
      storage: openStorage(env),
      actor: { kind: 'system' },
      now: new Date(),
      newId,
    },
    { photoId: process.argv[2] ?? '' },
  )
} finally {
  await connection.close()
}
process.exit(0)
