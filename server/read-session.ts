import type { Logger } from 'pino'
import { type Auth, hasSessionCookie } from '~/domain/account/create-auth.server'
import { type ReadSession, readViewer } from '~/domain/account/read-viewer.server'
import type { Context } from '~/domain/shared/context'
import { isLocale } from '~/domain/shared/locale'

export interface RequestSession extends ReadSession {
  /** The request says that it is signed in, and the database could not tell whether it is. */
  isUnknown: boolean
}

/**
 * Who sent a request. Only pages ask (their addresses begin with a language) and what only owners see: a picture costs a signed-in
 * reader no query, and no page costs a visitor one. A lost database makes nobody: public pages say so kindly.
 */
export async function readSession(
  request: Request,
  { db, auth, log, requestId }: Pick<Context, 'db'> & { auth: Auth; log: Logger; requestId: string },
): Promise<RequestSession> {
  const cookie = request.headers.get('cookie')
  const first = new URL(request.url).pathname.split('/')[1]?.replace(/\.data$/, '')
  const isPage = isLocale(first) || first === 'studio'
  if (!cookie || !isPage || !hasSessionCookie(cookie))
    return { signedIn: null, cookies: [], isUnknown: false }
  try {
    return { ...(await readViewer({ db }, { auth, cookie })), isUnknown: false }
  } catch (error) {
    log.error({ requestId, err: error }, 'the session could not be read')
    return { signedIn: null, cookies: [], isUnknown: true }
  }
}

/** Lets a session's new or stale cookie go with an answer, unless the answer has a word on it itself. */
export function passSessionCookies({ cookies }: RequestSession, headers: Headers): void {
  if (cookies.length === 0 || hasSessionCookie(headers.getSetCookie().join('; '))) return
  if (headers.get('Cache-Control')?.includes('public')) return
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
}
