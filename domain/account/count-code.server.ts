import { countAgainstLimit, type RateLimitAnswer, type RateLimitRule } from '~/db/rate-limit.server'
import type { Context } from '../shared/context'
import type { Address } from './address'
import { hashedKey, isKnownClient } from './client-key.server'
import { CLIENT_ADDRESS_CODES, CLIENT_ADDRESS_DAY_CODES, CLIENT_CODES, STRANGERS_CODES } from './code-limit'

/** Under which a code was counted: those of a client are taken back when the code was given rightly. */
export function codeCounters({ clientKey, address }: Pick<CountCodeInput, 'clientKey' | 'address'>) {
  const account = hashedKey(`${clientKey}:${address}`)
  return {
    client: `code:${clientKey}`,
    clientAddress: `code:${clientKey}:${account}`,
    clientAddressDay: `code-day:${clientKey}:${account}`,
    strangers: `code:everybody:${hashedKey(`everybody:${address}`)}`,
  }
}

export interface CountCodeInput extends Address {
  /** A keyed hash of the client's address. */
  clientKey: string
}

/**
 * Counts a code that somebody asks for, before it is made: whoever starts one asks first. Known and unknown
 * addresses are counted alike.
 */
export async function countCode(
  context: Pick<Context, 'db' | 'now'>,
  input: CountCodeInput,
): Promise<RateLimitAnswer> {
  const { db, now } = context
  const keys = codeCounters(input)
  const counters: [RateLimitRule, string][] = [
    [CLIENT_CODES, keys.client],
    [CLIENT_ADDRESS_CODES, keys.clientAddress],
    [CLIENT_ADDRESS_DAY_CODES, keys.clientAddressDay],
  ]
  if (!(await isKnownClient(context, input.clientKey, input.address)))
    counters.push([STRANGERS_CODES, keys.strangers])
  for (const [rule, key] of counters) {
    const limited = await countAgainstLimit(db, rule, key, now)
    if (!limited.allowed) return limited
  }
  return { allowed: true }
}
