import type { GivenConsent } from '~/db/schema/one-time-code'
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

export interface BeginJoiningInput extends Asker {
  channel: Channel
  /** The number or the e-mail as typed. */
  text: string
  /** What was agreed to, as it was shown: has to have 'privacy'. */
  consents: readonly GivenConsent[]
  locale: Locale
  /** Of the codes: WebContext.codeSecret. */
  secret: string
}

export type BeginJoiningOutcome =
  | { kind: 'sent'; challenge: string }
  | { kind: 'address-wrong'; problem: AddressProblem }
  /** An address of nobody's, while the hall isn't the sample's alone. */
  | { kind: 'sample-address' }
  | { kind: 'consent-missing' }
  | { kind: 'too-many'; retryAfterSeconds: number }

/**
 * The first step of joining: sends a code to the address, whether or not somebody has it already, with the same
 * answer and the same work. What was agreed to waits with the code until the address is proven. Anybody may.
 */
export async function beginJoining(
  context: Pick<Context, 'db' | 'now' | 'newId' | 'actor'>,
  { channel, text, consents, locale, clientKey, device, secret }: BeginJoiningInput,
): Promise<BeginJoiningOutcome> {
  const { db } = context
  const parsed = parseAddress({ channel, text })
  if ('problem' in parsed) return { kind: 'address-wrong', problem: parsed.problem }
  if (!consents.some(({ kind }) => kind === 'privacy')) return { kind: 'consent-missing' }
  const { address } = parsed
  const isSample = isSampleAddress(address)
  if (isSample && !(await sampleIsOpen(db))) return { kind: 'sample-address' }
  const counted = await countCode(context, { clientKey, device, channel, address })
  if (!counted.allowed) return { kind: 'too-many', retryAfterSeconds: counted.retryAfterSeconds }
  const { challenge } = await inTransaction(db, async (tx) => {
    const known = await whoseAddress(tx, parsed)
    return startCode(tx, context, {
      purpose: 'enter',
      channel,
      address,
      locale,
      personId: known?.id ?? null,
      // Messages go to WhatsApp only where one asked for them there.
      consents: consents.filter(({ kind }) => kind !== 'whatsapp' || channel === 'whatsapp'),
      isSample,
      secret,
      isHeld: counted.isHeld,
      isDoubtful: counted.isDoubtful,
    })
  })
  return { kind: 'sent', challenge }
}
