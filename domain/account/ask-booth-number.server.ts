import { eq } from 'drizzle-orm'
import { organisation } from '~/db/schema/organisation'
import { inTransaction } from '~/db/transaction.server'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import { type AddressProblem, parseAddress } from './address'
import { type Asker, countCode } from './count-code.server'
import { startCode } from './one-time-code.server'
import { ownPerson } from './own-person.server'
import { isSampleAddress } from './sample-address'
import { setBoothNumber } from './set-booth-number.server'

export interface AskBoothNumberInput extends Asker {
  /** As typed; null: the one that is known already and not yet proven. */
  text: string | null
  locale: Locale
  secret: string
}

export type AskBoothNumberOutcome =
  | { kind: 'sent'; challenge: string }
  /** It is the asker's own, which a code has proved before: the booth has it now. */
  | { kind: 'proven' }
  /** 'sample': nobody has that number. */
  | { kind: 'problem'; problem: Exclude<AddressProblem, `email-${string}`> | 'sample' }
  | { kind: 'too-many'; retryAfterSeconds: number }
  /** A booth of the sample has no number, so that nobody is called. */
  | { kind: 'sample-booth' }

/**
 * Sends a code to the WhatsApp number at which a booth wants to be reached.
 * @throws AppError 'forbidden' for who may not write for a pesantren.
 */
export async function askBoothNumber(
  context: Context,
  input: AskBoothNumberInput,
): Promise<AskBoothNumberOutcome> {
  const { db, actor } = context
  const { organisationId, isSample } = requirePesantrenWriter(actor)
  if (isSample) return { kind: 'sample-booth' }
  const own = await ownPerson(db, actor)
  const known = input.text === null ? await knownNumber(db, organisationId) : null
  const parsed = parseAddress({ channel: 'whatsapp', text: known ?? input.text ?? '' })
  if ('problem' in parsed) {
    const { problem } = parsed
    return { kind: 'problem', problem: problem === 'phone-missing' ? problem : 'phone-wrong' }
  }
  const { channel, address } = parsed
  if (isSampleAddress(address)) return { kind: 'problem', problem: 'sample' }
  if (own.phoneVerified && own.phoneE164 === address) {
    await inTransaction(db, (tx) => setBoothNumber(tx, context, { organisationId, address }))
    return { kind: 'proven' }
  }
  const { clientKey, device, locale, secret } = input
  const counted = await countCode(context, { clientKey, device: device ?? null, channel, address })
  if (!counted.allowed) return { kind: 'too-many', retryAfterSeconds: counted.retryAfterSeconds }
  const { challenge } = await inTransaction(db, (tx) =>
    startCode(tx, context, {
      purpose: 'booth-number',
      channel,
      address,
      locale,
      personId: own.id,
      subjectId: organisationId,
      isSample: false,
      secret,
      isHeld: counted.isHeld,
      isDoubtful: counted.isDoubtful,
    }),
  )
  return { kind: 'sent', challenge }
}

async function knownNumber(db: Context['db'], organisationId: string): Promise<string> {
  const [row] = await db
    .select({ number: organisation.whatsappE164 })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
  if (!row) throw new AppError('not-found')
  return row.number ?? ''
}
