import { isAPIError } from 'better-auth/api'
import { eq } from 'drizzle-orm'
import { session } from '~/db/schema/session'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { Auth } from './create-auth.server'

/**
 * Opens a session of somebody who has just proven an address. The token is always a new one, whatever cookie
 * the browser brought; the session that it had ends.
 * @returns Set-Cookie headers.
 * @throws AppError 'forbidden' for a deleted person, and for a sample person outside the sample edition.
 */
export async function openSession(
  { db }: Pick<Context, 'db'>,
  { auth, personId, oldSessionId }: { auth: Auth; personId: string; oldSessionId: string | null },
): Promise<string[]> {
  const cookies = await newSession(auth, personId)
  if (oldSessionId) await db.delete(session).where(eq(session.id, oldSessionId))
  return cookies
}

async function newSession(auth: Auth, personId: string): Promise<string[]> {
  try {
    const { headers } = await auth.api.openProvenSession({
      body: { personId },
      headers: new Headers(),
      returnHeaders: true,
    })
    return headers.getSetCookie()
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) throw new AppError('forbidden')
    throw error
  }
}
