import { isAPIError } from 'better-auth/api'
import { eq } from 'drizzle-orm'
import { session } from '~/db/schema/session'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { Auth } from './create-auth.server'
import type { Device } from './device.server'
import { rememberDevice } from './remember-device.server'

/**
 * Opens a session of somebody who has just proven an address. The token is always a new one, whatever cookie
 * the browser brought; the session that it had ends.
 * @returns Set-Cookie headers: of the session, and of the browser in which the person's addresses are known now.
 * @throws AppError 'forbidden' for a deleted person, and for a sample person outside the sample edition.
 */
export async function openSession(
  { db }: Pick<Context, 'db'>,
  {
    auth,
    personId,
    oldSessionId,
    device,
  }: { auth: Auth; personId: string; oldSessionId: string | null; device?: Device | null },
): Promise<string[]> {
  const cookies = await newSession(auth, personId)
  if (oldSessionId) await db.delete(session).where(eq(session.id, oldSessionId))
  return [...cookies, ...(await rememberDevice(db, device, personId))]
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
