import { readEnv } from '~/config/env.server'
import { connectDatabase } from '~/db/client.server'
import { makePaper } from '~/domain/certificate/make-paper.server'
import { makePhoto } from '~/domain/photo/make-photo.server'
import type { Context } from '~/domain/shared/context'
import { newId } from '~/domain/shared/ids'
import { openStorage } from '~/integrations/storage/open-storage.server'
import { openSearchIndex } from '~/search/open-search-index.server'

// One photograph or certificate, made in a process of its own (see in-own-process.ts). The argument is the
// photograph's id, or the arguments are the certificate's and the key of what was sent.
// The worker died. An orderly exit would wait for the decoder's threads, which may be what hangs.
const end = () => process.kill(process.pid, 'SIGKILL')
process.on('disconnect', end)
if (process.connected === false) end()
const env = readEnv()
const connection = connectDatabase(env.DATABASE_URL ?? '', { max: 1 })
try {
  const context: Context = {
    db: connection.db,
    search: openSearchIndex(env, connection),
    storage: openStorage(env),
    actor: { kind: 'system' },
    now: new Date(),
    newId,
  }
  const [, , id = '', sentKey] = process.argv
  if (sentKey) await makePaper(context, { certificateId: id, sentKey })
  else await makePhoto(context, { photoId: id })
} finally {
  await connection.close()
}
process.exit(0)
