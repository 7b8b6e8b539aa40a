import { and, eq, isNull } from 'drizzle-orm'
import { oneTimeCode } from '~/db/schema/one-time-code'
import { inTransaction } from '~/db/transaction.server'
import type { CodePurpose } from '../shared/account-enums'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import { RESEND_SECONDS } from './code-limit'
import { confirmationOf, isConfirmed } from './confirmation.server'
import { type Asker, countCode } from './count-code.server'
import { startCode } from './one-time-code.server'
import { ownPerson } from './own-person.server'
import { sampleIsOpen } from './sample-open.server'
import { whoseAddress } from './whose-address.server'

export interface ResendCodeInput extends Asker {
  challenge: string
  purpose: CodePurpose
  locale: Locale
  secret: string
}

export type ResendCodeOutcome =
  /** The new challenge: the old one's code is worth nothing any more. */
  | { kind: 'sent'; challenge: string }
  | { kind: 'wait'; seconds: number }
  | { kind: 'too-many'; retryAfterSeconds: number }
  /** Used, or never there: begin again. */
  | { kind: 'unknown' }

/**
 * Sends a new code to the address of an old one. Whoever has the challenge may; one of somebody who is signed
 * in (change-address, delete) only they; to a new address while their confirmation is good.
 */
export async function resendCode(context: Context, input: ResendCodeInput): Promise<ResendCodeOutcome> {
  const { db, now, actor } = context
  const { challenge, purpose, locale, clientKey, device, secret } = input
  const [row] = await db
    .select()
    .from(oneTimeCode)
    .where(and(eq(oneTimeCode.id, challenge), eq(oneTimeCode.purpose, purpose), isNull(oneTimeCode.usedAt)))
  if (!row) return { kind: 'unknown' }
  if (row.personId && !(actor.kind === 'person' && actor.personId === row.personId))
    return { kind: 'unknown' }
  // To a new address only so long as it has been shown that it is oneself: else one right code would last for ever.
  if (
    purpose === 'change-address' &&
    !(await isConfirmed(db, context, await ownPerson(db, actor), confirmationOf(row)))
  )
    return { kind: 'unknown' }
  if (row.isSample && !(await sampleIsOpen(db))) return { kind: 'unknown' }
  const waited = (now.getTime() - row.createdAt.getTime()) / 1000
  if (waited < RESEND_SECONDS) return { kind: 'wait', seconds: Math.ceil(RESEND_SECONDS - waited) }
  const { channel, address, subjectId, consents, isSample } = row
  const counted = await countCode(context, { clientKey, device, channel, address })
  if (!counted.allowed) return { kind: 'too-many', retryAfterSeconds: counted.retryAfterSeconds }
  const sent = await inTransaction(db, async (tx) => {
    const person = await whoseAddress(tx, { channel, address })
    return startCode(tx, context, {
      purpose,
      channel,
      address,
      locale,
      personId: row.personId ?? person?.id ?? null,
      subjectId,
      consents,
      isSample,
      secret,
      isHeld: counted.isHeld,
      isDoubtful: counted.isDoubtful,
      supersedes: challenge,
    })
  })
  return { kind: 'sent', challenge: sent.challenge }
}
