import { parseArgs } from 'node:util'
import { readEnv } from '~/config/env.server'
import { connectDatabase } from '~/db/client.server'
import { withDatabase } from '~/db/embedded.server'
import { migrateDatabase } from '~/db/migrate.server'
import { parseAddress } from '~/domain/account/address'
import { INVITATION_DAYS } from '~/domain/account/invitation'
import { inviteOrganiser } from '~/domain/account/invite-organiser.server'
import { readWaitingCode } from '~/domain/account/read-waiting-code.server'
import { newId } from '~/domain/shared/ids'
import { typedLine } from '~/domain/shared/typed-text'
import { openStorage } from '~/integrations/storage/open-storage.server'
import { openSearchIndex } from '~/search/open-search-index.server'

// `npm run organiser -- --email …`: how the first organiser of a new installation comes in.

const USAGE = `npm run organiser -- --email NAME@HOST | --phone NUMBER [--name NAME] [--code]
  --email, --phone  whom to invite: the code that proves it goes there
  --name            what the organiser is called, where there is none yet
  --code            print the code that waits for this address, where no messages can be sent yet`

class UsageError extends Error {}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        email: { type: 'string' },
        phone: { type: 'string' },
        name: { type: 'string', default: 'Penyelenggara OPOP' },
        code: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    return values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : '')
  }
}

async function main(): Promise<void> {
  const wanted = readArguments()
  if (wanted.help) {
    console.log(USAGE)
    return
  }
  if ((wanted.email === undefined) === (wanted.phone === undefined))
    throw new UsageError('Give either --email or --phone.')
  const channel = wanted.phone === undefined ? ('mail' as const) : ('whatsapp' as const)
  const parsed = parseAddress({ channel, text: wanted.phone ?? wanted.email ?? '' })
  if ('problem' in parsed) throw new UsageError(`This address cannot be used (${parsed.problem}).`)
  const name = typedLine(wanted.name).trim().slice(0, 100)
  if (!name) throw new UsageError('--name is empty.')
  const env = readEnv()
  await withDatabase(env, async (url) => {
    await migrateDatabase(url)
    const connection = connectDatabase(url, { max: 2 })
    try {
      const context = {
        db: connection.db,
        search: openSearchIndex(env, connection),
        storage: openStorage(env),
        actor: { kind: 'system' as const },
        now: new Date(),
        newId,
      }
      if (wanted.code) {
        const code = await readWaitingCode(context, parsed)
        if (!code)
          throw new UsageError('No code waits for this address: ask for one on the page of the link.')
        console.log(code)
        return
      }
      const outcome = await inviteOrganiser(context, { ...parsed, name, locale: 'id' })
      if (outcome.kind === 'address-sample')
        throw new UsageError('This is a sample address, which is nobody’s.')
      const home = (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, '')
      console.log(
        `${outcome.isNew ? 'Made' : 'Found'} the organiser '${outcome.organisation}'. The invitation, for ${INVITATION_DAYS} days; it is shown only now:\n\n  ${home}/id/invitations/${outcome.token}\n`,
      )
      const canSend = channel === 'mail' ? env.SMTP_URL : env.WHATSAPP_TOKEN
      if (!canSend)
        console.log(
          'No messages can be sent by this way yet. Open the link, ask for the code, then run the same command with --code.',
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
