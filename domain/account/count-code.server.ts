import { countAgainstLimit, type RateLimitRule } from '~/db/rate-limit.server'
import { clientCounters, networkOf } from '../shared/client-counters'
import type { Context } from '../shared/context'
import type { Address } from './address'
import { hashedKey, isKnownClient } from './client-key.server'
import {
  CLIENT_ADDRESS_CODES,
  CLIENT_ADDRESS_DAY_CODES,
  CLIENT_CODES,
  FIRST_CODE,
  FIRST_CODES,
  OWN_CODES,
  OWN_DAY_CODES,
  STRANGERS_CODES,
  UNPROVEN_ADDRESS_CODES,
  UNPROVEN_CODES,
} from './code-limit'
import type { Device } from './device.server'
import { isSampleAddress } from './sample-address'
import { whoseAddress } from './whose-address.server'

/** From where somebody asks for a code, or gives one. */
export interface Asker {
  /** A keyed hash of the client's address. */
  clientKey: string
  /** Their browser; without: one that is new to everybody. */
  device?: Device | null
}

export type CountedCode =
  /** `isHeld`: too many go to addresses that nobody has proven. Its message doesn't go; the answer is the same. */
  { allowed: true; isHeld: boolean } | { allowed: false; retryAfterSeconds: number }

type Counter = [RateLimitRule, string]

const UNPROVEN = 'code:unproven'

/** Under which the codes of a stranger at an address are counted. */
function strangerCounters({ clientKey, address }: { clientKey: string; address: string }) {
  const network = networkOf(clientKey) ?? clientKey
  const everybody = hashedKey(`everybody:${address}`)
  // Of an address and a client together: which address it was can't be tried out on the table.
  const at = hashedKey(`${network}:${address}`)
  return {
    client: [
      ...clientCounters(CLIENT_CODES, { name: 'code', clientKey }),
      ...clientCounters(CLIENT_ADDRESS_CODES, { name: 'code-at', clientKey, at }),
      ...clientCounters(CLIENT_ADDRESS_DAY_CODES, { name: 'code-day', clientKey, at }),
    ] satisfies Counter[],
    first: [FIRST_CODE, `code-first:${network}:${at}`] satisfies Counter,
    firsts: [FIRST_CODES, `code:firsts:${everybody}`] satisfies Counter,
    strangers: [STRANGERS_CODES, `code:everybody:${everybody}`] satisfies Counter,
  }
}

const ownCounters = (own: string): Counter[] => [
  [OWN_CODES, `code:${own}`],
  [OWN_DAY_CODES, `code-day:${own}`],
]

/** Which counters a right code is taken back from. */
export function codeKeys(
  { clientKey, device }: Asker,
  { address, isNew }: { address: string; isNew: boolean },
): string[] {
  const own = device?.counterOf(address)
  const { client, first, firsts, strangers } = strangerCounters({ clientKey, address })
  const counters = own ? ownCounters(own) : [...client, first, firsts, strangers]
  return [...counters.map(([, key]) => key), ...(isNew ? [UNPROVEN] : [])]
}

/**
 * Counts a code that somebody asks for, before it is made: whoever starts one asks first. Known and unknown
 * addresses are counted alike, by the same statements. Whoever is signed in and asks at their own address, or
 * has proven it in this browser before, has counters of their own: docs/decisions/0008 says who can keep whom
 * waiting.
 */
export async function countCode(
  context: Pick<Context, 'db' | 'now' | 'actor'>,
  input: Address & Asker,
): Promise<CountedCode> {
  const { db, now, actor } = context
  const { channel, address, device } = input
  const owner = await whoseAddress(db, { channel, address })
  const isOwn = actor.kind === 'person' && owner?.isProven === true && owner.id === actor.personId
  const own = isOwn ? `own:${owner.id}` : (device?.counterOf(address) ?? null)
  const counters = own ? ownCounters(own) : await countersOfStranger(context, input)
  for (const [rule, key] of counters) {
    const limited = await countAgainstLimit(db, rule, key, now)
    if (!limited.allowed) return limited
  }
  // Counted for every address, so that neither the time nor the statements tell which are proven.
  const isProven = owner?.isProven === true
  const one = `${isProven ? 'code:proven' : UNPROVEN}:${hashedKey(`unproven:${address}`)}`
  const toOne = await countAgainstLimit(db, UNPROVEN_ADDRESS_CODES, one, now)
  const toAll = await countAgainstLimit(db, UNPROVEN_CODES, isProven ? 'code:proven' : UNPROVEN, now)
  const isWithin = isProven || isSampleAddress(address) || (toOne.allowed && toAll.allowed)
  return { allowed: true, isHeld: !isWithin }
}

async function countersOfStranger(
  context: Pick<Context, 'db' | 'now'>,
  { clientKey, address }: { clientKey: string; address: string },
): Promise<Counter[]> {
  const { client, first, firsts, strangers } = strangerCounters({ clientKey, address })
  if (await isKnownClient(context, clientKey, address)) return client
  const [rule, key] = first
  const { allowed: isFirst } = await countAgainstLimit(context.db, rule, key, context.now)
  return [...client, isFirst ? firsts : strangers]
}
