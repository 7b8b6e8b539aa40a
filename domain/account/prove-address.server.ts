import { eq } from 'drizzle-orm'
import { person } from '~/db/schema/person'
import { inTransaction, type Transaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { Channel } from '../shared/message-enums'
import { confirmationOf, isConfirmed, spendConfirmation } from './confirmation.server'
import type { Asker } from './count-code.server'
import { countGuess, forgiveProven, takeBackGuess } from './count-guess.server'
import { type CheckedCode, type CodeRow, checkCode } from './one-time-code.server'
import { type OwnPerson, ownPersonToChange } from './own-person.server'
import { otherAddress, tellOfAddress } from './tell-other-address.server'
import { typedCode } from './typed-code'
import { whoseAddress } from './whose-address.server'

export interface ProveAddressInput extends Asker {
  challenge: string
  /** As typed. */
  code: string
  secret: string
}

export type ProveAddressOutcome =
  /** `cookies`: Set-Cookie headers, the address is known in this browser now. */
  | { kind: 'changed'; channel: Channel; isFirst: boolean; cookies: string[] }
  /** Proven, but another account has it already. */
  | { kind: 'taken'; channel: Channel }
  /** What had been shown was used for another change meanwhile: it has to be shown again that it is oneself. */
  | { kind: 'unconfirmed' }
  | { kind: 'missing' }
  | { kind: 'too-many'; retryAfterSeconds: number }
  | Exclude<CheckedCode, { kind: 'right' }>

type Taken = { kind: 'changed'; channel: Channel; isFirst: boolean } | { kind: 'taken'; channel: Channel }
type Proven = Taken | Exclude<CheckedCode, { kind: 'right' }>

/** Takes back that the code was used. */
class NotTheirs extends Error {}
class Unconfirmed extends Error {}

/**
 * Takes an address as one's own that the code has proven. The one before and the other one are told of it, so that
 * nobody loses their account, or shares it, unawares. `askAddress` has seen that it is oneself who asks,
 * and what showed it serves for one change.
 * @throws AppError 'forbidden' for visitors, and in an account that everybody shares.
 */
export async function proveAddress(context: Context, input: ProveAddressInput): Promise<ProveAddressOutcome> {
  const { db, actor, now } = context
  if (actor.kind !== 'person') throw new AppError('forbidden')
  const code = typedCode(input.code)
  if (!code) return { kind: 'missing' }
  const { challenge, clientKey, device, secret } = input
  const guess = await countGuess(context, { challenge, purpose: 'change-address', clientKey, device })
  let proven: CodeRow | null = null
  try {
    const outcome = await inTransaction(db, async (tx): Promise<Proven> => {
      const own = await ownPersonToChange(tx, actor)
      const checked = await checkCode(tx, {
        challenge,
        code,
        purpose: 'change-address',
        now,
        secret,
        tries: guess.tries,
      })
      if (checked.kind !== 'right') return checked
      // Of somebody else's browser: for them it stays unused.
      if (checked.row.personId !== own.id) throw new NotTheirs()
      const confirmation = confirmationOf(checked.row)
      // When it was sent: the code has its own ten minutes.
      if (!(await isConfirmed(tx, { now: checked.row.createdAt }, own, confirmation))) throw new Unconfirmed()
      proven = checked.row
      const taken = await takeAddress(tx, context, own, checked.row)
      if (taken.kind === 'changed') await spendConfirmation(tx, own, confirmation)
      return taken
    })
    if (outcome.kind !== 'wrong') await takeBackGuess(context, guess)
    if (outcome.kind !== 'changed') return outcome
    const { address } = proven as unknown as CodeRow
    await forgiveProven(context, { guess, asker: { clientKey, device }, address, isNew: true })
    return { ...outcome, cookies: device ? [device.remember(actor.personId, [address])] : [] }
  } catch (error) {
    if (error instanceof NotTheirs) return { kind: 'unknown' }
    if (error instanceof Unconfirmed) return { kind: 'unconfirmed' }
    // Somebody else took it between the look and the write: the code is unused then, and proves it again.
    if (!isTaken(error) || !proven) throw error
    return { kind: 'taken', channel: (proven as CodeRow).channel }
  }
}

async function takeAddress(
  tx: Transaction,
  context: Context,
  own: OwnPerson,
  { channel, address, locale }: CodeRow,
): Promise<Taken> {
  const owner = await whoseAddress(tx, { channel, address })
  if (owner && owner.id !== own.id) return { kind: 'taken', channel }
  const before = channel === 'mail' ? own.email : own.phoneE164
  await tx
    .update(person)
    .set({
      ...(channel === 'mail'
        ? { email: address, emailVerified: true }
        : { phoneE164: address, phoneVerified: true }),
      updatedAt: context.now,
    })
    .where(eq(person.id, own.id))
  const reader = own.name ? own : { ...own, locale }
  const changed = { channel, address }
  if (before && before !== address) {
    const to = { channel, address: before }
    await tellOfAddress(tx, context, reader, { template: 'address-changed', to, changed })
  }
  const other = otherAddress(own, channel)
  if (other) await tellOfAddress(tx, context, reader, { template: 'address-added', to: other, changed })
  return { kind: 'changed', channel, isFirst: before === null }
}

function isTaken(error: unknown): boolean {
  const found = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(found instanceof Error) || !('constraint_name' in found)) return false
  return found.constraint_name === 'person_email_key' || found.constraint_name === 'person_phone_key'
}
