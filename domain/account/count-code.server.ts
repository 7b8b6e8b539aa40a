import { and, eq, gt, sql } from 'drizzle-orm'
import { countAgainstLimit, type RateLimitRule } from '~/db/rate-limit.server'
import { messageAttempt } from '~/db/schema/message'
import { clientCounters, networkOf } from '../shared/client-counters'
import type { Context } from '../shared/context'
import type { Channel } from '../shared/message-enums'
import type { Address } from './address'
import { hashedKey, isKnownClient } from './client-key.server'
import {
  BROWSERS_CODES,
  CLIENT_ADDRESS_CODES,
  CLIENT_ADDRESS_DAY_CODES,
  CLIENT_CODES,
  FIRST_CODE,
  FIRST_CODES,
  OWN_CODES,
  OWN_DAY_CODES,
  STRANGERS_CODES,
  UNPROVEN_ADDRESS_CODES,
  UNPROVEN_FIRST_CODES,
} from './code-limit'
import type { Device } from './device.server'
import { isSampleAddress } from './sample-address'
import { openPeople, unprovenParts } from './unproven-parts'
import { whoseAddress } from './whose-address.server'

/** From where somebody asks for a code, or gives one. */
export interface Asker {
  /** A keyed hash of the client's address. */
  clientKey: string
  /** Their browser; without: one that is new to everybody. */
  device?: Device | null
}

export type CountedCode =
  | {
      allowed: true
      /** Too many go to addresses that nobody has proven. Its message doesn't go; the answer is the same. */
      isHeld: boolean
      /** It might not arrive, whosever the address is: the page says so, and names the other channel. */
      isDoubtful: boolean
    }
  | { allowed: false; retryAfterSeconds: number }

type Counter = [RateLimitRule, string]

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

const browsersKey = (address: string) => `code:browsers:${hashedKey(`everybody:${address}`)}`

/** Of a part of what goes to unproven addresses: its counter, and that of a network in it. */
function partCounters(
  { channel, clientKey }: { channel: Channel; clientKey: string },
  options: Parameters<typeof unprovenParts>[1],
): { isForAll: boolean; network: Counter; all: Counter }[] {
  const network = networkOf(clientKey) ?? clientKey
  return unprovenParts(channel, options).map((part) => ({
    isForAll: part.name === 'open',
    network: [part.network, `code:unproven:${channel}:${part.name}:${network}`],
    all: [part.all, `code:unproven:${channel}:${part.name}`],
  }))
}

const channelOf = (address: string): Channel => (address.includes('@') ? 'mail' : 'whatsapp')

type Asking = Pick<Context, 'db' | 'now' | 'actor' | 'whatsappPeople'>

/** Which counters a right code is taken back from. `isNew`: the address was nobody's when the code was asked for. */
export async function codeKeys(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { clientKey, device }: Asker,
  { address, isNew }: { address: string; isNew: boolean },
): Promise<string[]> {
  const channel = channelOf(address)
  if (!isNew) {
    const owner = await whoseAddress(db, { channel, address })
    if (owner && actor.kind === 'person' && owner.id === actor.personId)
      return ownCounters(`own:${owner.id}`).map(([, key]) => key)
    const own = device?.counterOf(address, owner?.id ?? null)
    if (own) return [...ownCounters(own).map(([, key]) => key), browsersKey(address)]
  }
  const { client, first, firsts, strangers } = strangerCounters({ clientKey, address })
  const parts = partCounters({ channel, clientKey }, { isCalled: true })
  return [...client, first, firsts, strangers, ...parts.flatMap(({ network, all }) => [network, all])].map(
    ([, key]) => key,
  )
}

/**
 * Counts a code that somebody asks for, before it is made: whoever starts one asks first. Known and unknown
 * addresses are counted alike, by the same statements. Whoever is signed in and asks at their own address, or
 * has proven it in this browser before, has counters of their own: docs/decisions/0008 says who can keep whom
 * waiting.
 */
export async function countCode(
  context: Asking,
  input: Address & Asker & { isInvited?: boolean },
): Promise<CountedCode> {
  const { db, now, actor } = context
  const { channel, address, device } = input
  const owner = await whoseAddress(db, { channel, address })
  const isProven = owner?.isProven === true
  const isOwn = actor.kind === 'person' && isProven && owner.id === actor.personId
  const marked = device?.counterOf(address, isProven ? owner.id : null) ?? null
  const isKnownHere =
    isOwn ||
    (marked !== null && (await countAgainstLimit(db, BROWSERS_CODES, browsersKey(address), now)).allowed)
  const own = isOwn ? `own:${owner.id}` : isKnownHere ? marked : null
  if (own) {
    for (const [rule, key] of ownCounters(own)) {
      const limited = await countAgainstLimit(db, rule, key, now)
      if (!limited.allowed) return limited
    }
    return { allowed: true, isHeld: false, isDoubtful: false }
  }
  const { counters, isFirst } = await countersOfStranger(context, input)
  for (const [rule, key] of counters) {
    const limited = await countAgainstLimit(db, rule, key, now)
    if (!limited.allowed) return limited
  }
  // Counted for every address, so that neither the time, the statements nor the page tell which are proven.
  const oneRule = isFirst ? UNPROVEN_FIRST_CODES : UNPROVEN_ADDRESS_CODES
  const one = `code:at-one:${isFirst ? 'first' : 'more'}:${hashedKey(`unproven:${address}`)}`
  const toOne = await countAgainstLimit(db, oneRule, one, now)
  const isWithin = toOne.allowed && (await isWithinParts(context, input))
  const isFree = channel === 'mail' || (await hasPeopleLeft(context))
  const isSample = isSampleAddress(address)
  return {
    allowed: true,
    isHeld: !isProven && !isSample && !isWithin,
    isDoubtful: !isSample && !(isWithin && isFree),
  }
}

async function countersOfStranger(
  context: Pick<Context, 'db' | 'now'>,
  { clientKey, address }: { clientKey: string; address: string },
): Promise<{ counters: Counter[]; isFirst: boolean }> {
  const { client, first, firsts, strangers } = strangerCounters({ clientKey, address })
  if (await isKnownClient(context, clientKey, address)) return { counters: client, isFirst: true }
  const [rule, key] = first
  const { allowed: isFirst } = await countAgainstLimit(context.db, rule, key, context.now)
  return { counters: [...client, isFirst ? firsts : strangers], isFirst }
}

/** Whether a code to an address that nobody has proven would be of a part that isn't used up. */
async function isWithinParts(
  { db, now, actor, whatsappPeople }: Asking,
  { channel, clientKey, isInvited }: Address & Asker & { isInvited?: boolean },
): Promise<boolean> {
  const isCalled = isInvited === true || actor.kind === 'person'
  const parts = partCounters({ channel, clientKey }, { dailyPeople: whatsappPeople, isCalled })
  for (const { isForAll, network, all } of parts) {
    if (!(await countAgainstLimit(db, ...network, now)).allowed) {
      // It has had its share of what is open: what is kept for newcomers is others'.
      if (isForAll) return false
      continue
    }
    if ((await countAgainstLimit(db, ...all, now)).allowed) return true
  }
  return false
}

/** Whether WhatsApp still lets us write to people beside those for whom the rest of the day's number is kept. */
async function hasPeopleLeft({ db, now, whatsappPeople }: Asking): Promise<boolean> {
  const [row] = await db
    .select({ people: sql<number>`count(distinct ${messageAttempt.addressKey})::int` })
    .from(messageAttempt)
    .where(
      and(
        eq(messageAttempt.channel, 'whatsapp'),
        gt(messageAttempt.startedAt, new Date(now.getTime() - 86_400_000)),
      ),
    )
  return (row?.people ?? 0) < openPeople(whatsappPeople)
}
