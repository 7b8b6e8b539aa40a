import { inTransaction } from '~/db/transaction.server'
import { requirePesantrenWriter } from '../shared/acting'
import type { Context } from '../shared/context'
import type { Asker } from './count-code.server'
import { countGuess, forgiveProven, takeBackGuess } from './count-guess.server'
import { type CheckedCode, checkCode } from './one-time-code.server'
import { setBoothNumber } from './set-booth-number.server'
import { typedCode } from './typed-code'

export interface ProveBoothNumberInput extends Asker {
  challenge: string
  /** As typed. */
  code: string
  secret: string
}

export type ProveBoothNumberOutcome =
  | { kind: 'proven' }
  | { kind: 'missing' }
  | { kind: 'too-many'; retryAfterSeconds: number }
  | Exclude<CheckedCode, { kind: 'right' }>

/** Takes back that the code was used. */
class NotTheirs extends Error {}

/**
 * Takes a number as the booth's that a code has proved; only who asked for the code, and for the booth that they
 * asked for.
 * @throws AppError 'forbidden' for who may not write for a pesantren.
 */
export async function proveBoothNumber(
  context: Context,
  input: ProveBoothNumberInput,
): Promise<ProveBoothNumberOutcome> {
  const { db, actor, now } = context
  const { organisationId, personId } = requirePesantrenWriter(actor)
  const code = typedCode(input.code)
  if (!code) return { kind: 'missing' }
  const { challenge, clientKey, secret } = input
  const device = input.device ?? null
  const guess = await countGuess(context, { challenge, purpose: 'booth-number', clientKey, device })
  let address = ''
  try {
    const checked = await inTransaction(db, async (tx): Promise<CheckedCode> => {
      const checked = await checkCode(tx, {
        challenge,
        code,
        purpose: 'booth-number',
        now,
        secret,
        tries: guess.tries,
      })
      if (checked.kind !== 'right') return checked
      if (checked.row.personId !== personId || checked.row.subjectId !== organisationId) throw new NotTheirs()
      address = checked.row.address
      await setBoothNumber(tx, context, { organisationId, address })
      return checked
    })
    if (checked.kind !== 'wrong') await takeBackGuess(context, guess)
    if (checked.kind !== 'right') return checked
    await forgiveProven(context, { guess, asker: { clientKey, device }, address, isNew: true })
    return { kind: 'proven' }
  } catch (error) {
    if (error instanceof NotTheirs) return { kind: 'unknown' }
    throw error
  }
}
