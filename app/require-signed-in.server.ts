import { redirect } from '@remix-run/node'
import type { WebContext } from './web-context'

/**
 * Sends a visitor to the sign-in page, which leads back to where they were going. Call it first in the
 * loader and the action of every page that is not for everybody; what somebody may do there is the use case's.
 */
export function requireSignedIn(
  request: Request,
  { context, isSessionUnknown }: Pick<WebContext, 'context' | 'isSessionUnknown'>,
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
  throw redirect(`/${locale}/sign-in?next=${encodeURIComponent(page + rest)}`, {
    status: request.method === 'GET' || request.method === 'HEAD' ? 302 : 303,
    headers: { 'Cache-Control': 'no-store' },
  })
}
