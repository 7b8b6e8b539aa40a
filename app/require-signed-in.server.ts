import { redirect } from '@remix-run/node'
import type { Kept } from './components/kept-form'
import { pageWords } from './i18n/page-words.server'
import { sentFields } from './sent-fields'
import type { WebContext } from './web-context'
import { isWritten } from './written-field'

/**
 * Sends a visitor to the sign-in page, which leads back to where they were going. Call it first in the
 * loader and the action of every page that is not for everybody; what somebody may do there is the use case's.
 * @param sent what a form has sent: whose session ended while they wrote finds it on a page that sends it again,
 *   in place of the way to the sign-in page. Show it with `KeptOrError`.
 */
export function requireSignedIn(
  request: Request,
  { context, isSessionUnknown }: Pick<WebContext, 'context' | 'isSessionUnknown'>,
  sent?: FormData,
): void {
  if (context.actor.kind === 'person') return
  // Somebody who is signed in is not asked to do so again because the database is away.
  if (isSessionUnknown) {
    throw Response.json(
      { code: 'unavailable' },
      { status: 503, headers: { 'Retry-After': '10', 'Cache-Control': 'no-store' } },
    )
  }
  const { pathname, search } = new URL(request.url)
  // A page asks for its data under its own address with '.data' at the end.
  const page = pathname.replace(/\.data$/, '')
  const query = new URLSearchParams(search)
  query.delete('_routes')
  const rest = query.size > 0 ? `?${query}` : ''
  const locale = page.split('/')[1] ?? 'id'
  const signIn = `/${locale}/sign-in?next=${encodeURIComponent(page + rest)}`
  const fields = sent ? sentFields(sent) : []
  if (fields.some(isWritten)) {
    const { signedOut, unavailable, sendAgain } = pageWords('me', locale)
    const kept: Kept = {
      fields,
      words: { unavailable, sendAgain },
      signedOut: { ...signedOut, href: signIn },
    }
    throw Response.json(
      { code: 'signed-out', kept },
      { status: 401, headers: { 'Cache-Control': 'no-store' } },
    )
  }
  throw redirect(signIn, {
    status: request.method === 'GET' || request.method === 'HEAD' ? 302 : 303,
    headers: { 'Cache-Control': 'no-store' },
  })
}
