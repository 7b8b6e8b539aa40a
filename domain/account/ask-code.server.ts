import { SAMPLE_ACCOUNTS } from '~/db/seed/sample-accounts'
import { inTransaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import type { Channel } from '../shared/message-enums'
import { type AddressProblem, parseAddress } from './address'
import { type Asker, countCode } from './count-code.server'
import { startCode } from './one-time-code.server'
import { isSampleAddress } from './sample-address'
import { sampleIsOpen } from './sample-open.server'
import { whoseAddress } from './whose-address.server'

export interface AskCodeInput extends Asker {
  /** 'reset' goes to an e-mail alone: it is what a password goes with. */
  purpose: 'enter' | 'reset'
  channel: Channel
  /** As typed. */
  text: string
  locale: Locale
  /** WebContext.codeSecret. */
  secret: string
}

export type AskCodeOutcome =
  | { kind: 'sent'; challenge: string }
  | { kind: 'address'; problem: AddressProblem | 'sample-address' | 'sample-account' }
  | { kind: 'too-many'; retryAfterSeconds: number }

/**
 * Sends a code to an address. Anybody may: an address that is nobody's gets the same answer, after the same
 * statements, and a message too.
 */
export async function askCode(context: Context, input: AskCodeInput): Promise<AskCodeOutcome> {
  const { db } = context
  const { purpose, locale, secret, clientKey, device } = input
  const parsed = parseAddress({ channel: purpose === 'reset' ? 'mail' : input.channel, text: input.text })
  if ('problem' in parsed) return { kind: 'address', problem: parsed.problem }
  const { address } = parsed
  const isSample = isSampleAddress(address)
  // Asked for every address, so that the answer to each takes the same time.
  const isOpen = await sampleIsOpen(db)
  if (isSample && !isOpen) return { kind: 'address', problem: 'sample-address' }
  // Everybody's: its password is told on the page.
  if (purpose === 'reset' && SAMPLE_ACCOUNTS.some(({ email }) => email === address))
    return { kind: 'address', problem: 'sample-account' }
  const counted = await countCode(context, { ...parsed, clientKey, device })
  if (!counted.allowed) return { kind: 'too-many', retryAfterSeconds: counted.retryAfterSeconds }
  const { challenge } = await inTransaction(db, async (tx) => {
    const person = await whoseAddress(tx, parsed)
    return startCode(tx, context, {
      purpose,
      ...parsed,
      locale,
      personId: person?.id ?? null,
      isSample,
      secret,
      isHeld: counted.isHeld,
      isDoubtful: counted.isDoubtful,
    })
  })
  return { kind: 'sent', challenge }
}
