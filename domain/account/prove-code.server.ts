import { inTransaction } from '~/db/transaction.server'
import type { JoiningKind } from '../shared/account-enums'
import type { Context } from '../shared/context'
import type { Asker } from './count-code.server'
import { countGuess, forgiveProven, takeBackGuess } from './count-guess.server'
import type { Auth } from './create-auth.server'
import { keepJoiningKind } from './keep-joining-kind.server'
import { checkCode } from './one-time-code.server'
import { openSession } from './open-session.server'
import { provenPerson } from './proven-person.server'
import { sampleIsOpen } from './sample-open.server'
import { typedCode } from './typed-code'

export interface ProveCodeInput extends Asker {
  challenge: string
  /** As typed. */
  code: string
  auth: Auth
  /** The session that the browser has now: it ends. */
  sessionId: string | null
  secret: string
  /** What somebody said on the way here that they want to join as: kept for who has no organisation. */
  joiningKind?: JoiningKind | null
}

export type ProveCodeFailure =
  /** Not six digits: no try was used. */
  | { kind: 'missing' }
  | { kind: 'wrong'; triesLeft: number }
  | { kind: 'expired' | 'used' | 'unknown' }
  | { kind: 'too-many'; retryAfterSeconds: number }

export type ProveCodeOutcome =
  /** `cookies`: Set-Cookie headers. `isNew`: the person was made now, and goes on to join. */
  { kind: 'signed-in'; cookies: string[]; isNew: boolean } | ProveCodeFailure

/**
 * Lets somebody in who gives the code that went to their address. Anybody may try, of the challenge that their
 * browser has; of two at the same time one comes in. The session is always a new one.
 */
export async function proveCode(context: Context, input: ProveCodeInput): Promise<ProveCodeOutcome> {
  const { db, now } = context
  const { challenge, auth, clientKey, device, sessionId, secret } = input
  const asker = { clientKey, device }
  const code = typedCode(input.code)
  if (!code) return { kind: 'missing' }
  const guess = await countGuess(context, { challenge, purpose: 'enter', ...asker })
  const isSampleOpen = await sampleIsOpen(db)
  const proven = await inTransaction(db, async (tx) => {
    const checked = await checkCode(tx, {
      challenge,
      code,
      purpose: 'enter',
      now,
      secret,
      tries: guess.tries,
    })
    if (checked.kind !== 'right') return checked
    if (checked.row.isSample && !isSampleOpen) return { kind: 'unknown' as const }
    const person = await provenPerson(tx, context, checked.row)
    if (input.joiningKind) {
      const { isSample } = checked.row
      await keepJoiningKind(tx, { personId: person.id, kind: input.joiningKind, isSample, now })
    }
    return { kind: 'right' as const, person, address: checked.row.address }
  })
  if (proven.kind !== 'right') {
    if (proven.kind !== 'wrong') await takeBackGuess(context, guess)
    return proven
  }
  const { address, person } = proven
  await forgiveProven(context, { guess, asker, address, isNew: person.isNew })
  const cookies = await openSession(context, {
    auth,
    personId: person.id,
    oldSessionId: sessionId,
    device,
  })
  return { kind: 'signed-in', cookies, isNew: person.isNew }
}
