import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import { countAgainstLimit, type RateLimitRule, takeBackFromLimit } from '~/db/rate-limit.server'
import { oneTimeCode } from '~/db/schema/one-time-code'
import type { CodePurpose } from '../shared/account-enums'
import { clientCounters } from '../shared/client-counters'
import type { Context } from '../shared/context'
import { hashedKey, isKnownClient, rememberClient } from './client-key.server'
import { ADDRESS_GUESSES, CLIENT_GUESSES, CODE_TRIES, OWN_GUESSES, TRIES_BEYOND } from './code-limit'
import { type Asker, codeKeys } from './count-code.server'

export type CountedGuess =
  | {
      kind: 'counted'
      /** The code can still be right: whatever takes long is only worth doing then. */
      isLive: boolean
      /** For `checkCode`: how many this code has. */
      tries: number
      /** Where it was counted. */
      keys: string[]
    }
  | { kind: 'too-many'; retryAfterSeconds: number }

/**
 * Counts a code that somebody gives, before it is tried, so that tries at the same time are all counted; take it
 * back where it wasn't wrong. A code that can't be right any more isn't counted: nobody learns anything from it,
 * and whoever sends many would keep out everybody behind the same address. Beyond a limit every code still has
 * one try, so that no stranger's guessing keeps out who has the code: see docs/decisions/0008.
 */
export async function countGuess(
  context: Pick<Context, 'db' | 'now' | 'actor'>,
  { challenge, purpose, ...asker }: Asker & { challenge: string; purpose: CodePurpose },
): Promise<CountedGuess> {
  const { db, now } = context
  const [row] = await db
    .select({
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
  if (!row) return { kind: 'counted', isLive: false, tries: CODE_TRIES, keys: [] }
  const counters = await countersOf(context, asker, { ...row, purpose })
  let retryAfterSeconds = 0
  for (const [rule, key] of counters) {
    const counted = await countAgainstLimit(db, rule, key, now)
    if (!counted.allowed) retryAfterSeconds = Math.max(retryAfterSeconds, counted.retryAfterSeconds)
  }
  const isOver = retryAfterSeconds > 0
  if (isOver && row.wrongTries >= TRIES_BEYOND) return { kind: 'too-many', retryAfterSeconds }
  const tries = isOver ? TRIES_BEYOND : CODE_TRIES
  return { kind: 'counted', isLive: true, tries, keys: counters.map(([, key]) => key) }
}

async function countersOf(
  context: Pick<Context, 'db' | 'now' | 'actor'>,
  { clientKey, device }: Asker,
  { address, personId, purpose }: { address: string; personId: string | null; purpose: CodePurpose },
): Promise<[RateLimitRule, string][]> {
  const { actor } = context
  // Of somebody who is signed in, to an address that is theirs already.
  const isToOwn = purpose === 'delete' || purpose === 'confirm'
  const isOwn = isToOwn && actor.kind === 'person' && personId === actor.personId
  const own = isOwn ? `own:${actor.personId}` : device?.counterOf(address)
  if (own) return [[OWN_GUESSES, `code-guess:${own}`]]
  const client = clientCounters(CLIENT_GUESSES, { name: 'code-guess', clientKey })
  if (await isKnownClient(context, clientKey, address)) return client
  return [...client, [ADDRESS_GUESSES, `code-guess:everybody:${hashedKey(`everybody:${address}`)}`]]
}

/** It wasn't wrong. */
export async function takeBackGuess({ db }: Pick<Context, 'db'>, guess: CountedGuess): Promise<void> {
  if (guess.kind === 'counted') for (const key of guess.keys) await takeBackFromLimit(db, key)
}

/**
 * A code was right, so no stranger asked for it: neither it nor the asking stays counted, and strangers' asking
 * no longer keeps the address's owner waiting here.
 */
export async function forgiveProven(
  context: Pick<Context, 'db' | 'now'>,
  { guess, asker, address, isNew }: { guess: CountedGuess; asker: Asker; address: string; isNew: boolean },
): Promise<void> {
  await takeBackGuess(context, guess)
  for (const key of codeKeys(asker, { address, isNew })) await takeBackFromLimit(context.db, key)
  await rememberClient(context, asker.clientKey, address)
}
