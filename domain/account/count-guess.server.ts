import { countAgainstLimit, type RateLimitAnswer, takeBackFromLimit } from '~/db/rate-limit.server'
import type { Context } from '../shared/context'
import type { Address } from './address'
import { rememberClient } from './client-key.server'
import { CLIENT_GUESSES } from './code-limit'
import { codeCounters } from './count-code.server'

const guessKey = (clientKey: string) => `code-guess:${clientKey}`

/** Counts a code that somebody gives, before it is tried, so that tries at the same time are all counted. */
export function countGuess(
  { db, now }: Pick<Context, 'db' | 'now'>,
  clientKey: string,
): Promise<RateLimitAnswer> {
  return countAgainstLimit(db, CLIENT_GUESSES, guessKey(clientKey), now)
}

/**
 * A code was right, so no stranger asked for it: neither it nor the asking stays counted, and strangers' asking
 * no longer keeps the address's owner waiting here.
 */
export async function forgiveProven(
  context: Pick<Context, 'db' | 'now'>,
  { clientKey, address }: Pick<Address, 'address'> & { clientKey: string },
): Promise<void> {
  const { db } = context
  const counted = Object.values(codeCounters({ clientKey, address }))
  for (const key of [guessKey(clientKey), ...counted]) await takeBackFromLimit(db, key)
  await rememberClient(context, clientKey, address)
}
