import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import { countAgainstLimit, type RateLimitRule, takeBackFromLimit } from '~/db/rate-limit.server'
import { oneTimeCode } from '~/db/schema/one-time-code'
import type { CodePurpose } from '../shared/account-enums'
import { clientCounters, networkOf } from '../shared/client-counters'
import type { Context } from '../shared/context'
import type { Address } from './address'
import { hashedKey, isKnownClient, rememberClient } from './client-key.server'
import {
  ADDRESS_GUESSES,
  BROWSERS_GUESSES,
  CLIENT_GUESSES,
  CODE_TRIES,
  FIRST_GUESS,
  FIRST_GUESSES,
  OWN_GUESSES,
  TRIES_BEYOND,
} from './code-limit'
import { type Asker, codeKeys } from './count-code.server'
import { whoseAddress } from './whose-address.server'

export interface CountedGuess {
  /** The code can still be right: whatever takes long is only worth doing then. */
  isLive: boolean
  /** For `checkCode`: how many this code has. */
  tries: number
  /** Where it was counted. */
  keys: string[]
}

const NO_CODE: CountedGuess = { isLive: false, tries: CODE_TRIES, keys: [] }

/**
 * Counts a code that somebody gives, before it is tried, so that tries at the same time are all counted; take it
 * back where it wasn't wrong. A code that can't be right any more isn't counted: nobody learns anything from it,
 * and whoever sends many would keep out everybody behind the same address. Beyond a limit every code still has
 * one try, so that no stranger's guessing keeps out who has the code; one that has used it up is over, and
 * another can be asked for: see docs/decisions/0008.
 */
export async function countGuess(
  context: Pick<Context, 'db' | 'now' | 'actor'>,
  { challenge, purpose, ...asker }: Asker & { challenge: string; purpose: CodePurpose },
): Promise<CountedGuess> {
  const { db, now } = context
  const [row] = await db
    .select({
      channel: oneTimeCode.channel,
      address: oneTimeCode.address,
      personId: oneTimeCode.personId,
      wrongTries: oneTimeCode.wrongTries,
    })
    .from(oneTimeCode)
    .where(
      and(
        eq(oneTimeCode.id, challenge),
        eq(oneTimeCode.purpose, purpose),
        isNull(oneTimeCode.usedAt),
        gt(oneTimeCode.expiresAt, now),
        lt(oneTimeCode.wrongTries, CODE_TRIES),
      ),
    )
  if (!row) return NO_CODE
  const { keys, isOver } = await countWrong(context, asker, { ...row, purpose })
  if (!isOver) return { isLive: true, tries: CODE_TRIES, keys }
  if (row.wrongTries < TRIES_BEYOND) return { isLive: true, tries: TRIES_BEYOND, keys }
  // For good, and for the page as well: waiting would be of no use.
  await db.update(oneTimeCode).set({ expiresAt: now }).where(eq(oneTimeCode.id, challenge))
  return NO_CODE
}

/** @returns where it was counted, and whether that is over a limit. */
async function countWrong(
  context: Pick<Context, 'db' | 'now' | 'actor'>,
  { clientKey, device }: Asker,
  { channel, address, personId, purpose }: Address & { personId: string | null; purpose: CodePurpose },
): Promise<{ keys: string[]; isOver: boolean }> {
  const { db, actor, now } = context
  const keys: string[] = []
  let isOver = false
  const count = async (rule: RateLimitRule, key: string) => {
    keys.push(key)
    return (await countAgainstLimit(db, rule, key, now)).allowed
  }
  const everybody = hashedKey(`everybody:${address}`)
  // Of somebody who is signed in, to an address that is theirs already.
  const isToOwn = purpose === 'delete' || purpose === 'confirm'
  if (isToOwn && actor.kind === 'person' && personId === actor.personId) {
    isOver = !(await count(OWN_GUESSES, `code-guess:own:${actor.personId}`))
    return { keys, isOver }
  }
  const owner = await whoseAddress(db, { channel, address })
  const own = device?.counterOf(address, owner?.isProven ? owner.id : null)
  if (own && (await count(BROWSERS_GUESSES, `code-guess:browsers:${everybody}`))) {
    isOver = !(await count(OWN_GUESSES, `code-guess:${own}`))
    return { keys, isOver }
  }
  for (const [rule, key] of clientCounters(CLIENT_GUESSES, { name: 'code-guess', clientKey }))
    if (!(await count(rule, key))) isOver = true
  if (await isKnownClient(context, clientKey, address)) return { keys, isOver }
  const network = networkOf(clientKey) ?? clientKey
  const first = `code-guess-first:${network}:${hashedKey(`${network}:${address}`)}`
  const isWithin = (await count(FIRST_GUESS, first))
    ? await count(FIRST_GUESSES, `code-guess:firsts:${everybody}`)
    : await count(ADDRESS_GUESSES, `code-guess:everybody:${everybody}`)
  return { keys, isOver: isOver || !isWithin }
}

/** It wasn't wrong. */
export async function takeBackGuess({ db }: Pick<Context, 'db'>, guess: CountedGuess): Promise<void> {
  for (const key of guess.keys) await takeBackFromLimit(db, key)
}

/**
 * A code was right, so no stranger asked for it: neither it nor the asking stays counted, and strangers' asking
 * no longer keeps the address's owner waiting here.
 */
export async function forgiveProven(
  context: Pick<Context, 'db' | 'now' | 'actor'>,
  { guess, asker, address, isNew }: { guess: CountedGuess; asker: Asker; address: string; isNew: boolean },
): Promise<void> {
  await takeBackGuess(context, guess)
  for (const key of await codeKeys(context, asker, { address, isNew }))
    await takeBackFromLimit(context.db, key)
  await rememberClient(context, asker.clientKey, address)
}
