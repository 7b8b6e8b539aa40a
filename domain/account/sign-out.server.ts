import type { Context } from '../shared/context'
import type { Auth } from './create-auth.server'

/**
 * Ends the session of a request's cookie: its row goes. Anybody may, of their own; ending none is no error.
 * @returns Set-Cookie headers that take the cookie away.
 */
export async function signOut(
  _context: Context,
  { auth, cookie }: { auth: Auth; cookie: string },
): Promise<string[]> {
  const { headers } = await auth.api.signOut({ headers: new Headers({ cookie }), returnHeaders: true })
  return headers.getSetCookie()
}
