import { inTransaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import type { Channel } from '../shared/message-enums'
import { type AddressProblem, parseAddress } from './address'
import { confirmationSubject, isConfirmed } from './confirmation.server'
import { type Asker, countCode } from './count-code.server'
import { startCode } from './one-time-code.server'
import { ownPerson } from './own-person.server'
import { isSampleAddress } from './sample-address'

export interface AskAddressInput extends Asker {
  channel: Channel
  /** As typed. */
  text: string
  locale: Locale
  secret: string
  /** That it is oneself: see `confirmSelf`. */
  confirmation: string | null
}

export type AskAddressOutcome =
  | { kind: 'sent'; challenge: string }
  /** It has to be shown first, or again, that it is oneself. */
  | { kind: 'unconfirmed' }
  /** 'same': it is one's own already. 'sample', 'real': sample and real never mix. */
  | { kind: 'problem'; problem: AddressProblem | 'same' | 'sample' | 'real' }
  | { kind: 'too-many'; retryAfterSeconds: number }

/**
 * Sends a code to an address that somebody wants to be reached at, and who has just shown that it is them. Whether it is another's is only said to who
 * has proven it.
 * @throws AppError 'forbidden' for visitors, and in an account that everybody shares.
 */
export async function askAddress(context: Context, input: AskAddressInput): Promise<AskAddressOutcome> {
  const { db, actor } = context
  const own = await ownPerson(db, actor)
  if (own.isShared) throw new AppError('forbidden', 'an account that everybody shares')
  if (!(await isConfirmed(db, context, own, input.confirmation))) return { kind: 'unconfirmed' }
  const parsed = parseAddress(input)
  if ('problem' in parsed) return { kind: 'problem', problem: parsed.problem }
  const { channel, address } = parsed
  const isOwn =
    channel === 'mail'
      ? own.emailVerified && own.email?.toLowerCase() === address
      : own.phoneVerified && own.phoneE164 === address
  if (isOwn) return { kind: 'problem', problem: 'same' }
  if (isSampleAddress(address) !== own.isSample)
    return { kind: 'problem', problem: own.isSample ? 'real' : 'sample' }
  const counted = await countCode(context, {
    clientKey: input.clientKey,
    device: input.device,
    channel,
    address,
  })
  if (!counted.allowed) return { kind: 'too-many', retryAfterSeconds: counted.retryAfterSeconds }
  const { challenge } = await inTransaction(db, (tx) =>
    startCode(tx, context, {
      purpose: 'change-address',
      channel,
      address,
      locale: input.locale,
      personId: own.id,
      // Without it neither another code is sent nor this one taken.
      subjectId: confirmationSubject(input.confirmation),
      isSample: own.isSample,
      secret: input.secret,
      isHeld: counted.isHeld,
      isDoubtful: counted.isDoubtful,
    }),
  )
  return { kind: 'sent', challenge }
}
