import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { preferredLocale } from '~/app/preferred-locale'

/** A path without a locale goes on in the reader's language. */
export function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const locale = preferredLocale(request.headers)
  const path = url.pathname === '/' ? '' : url.pathname
  return redirect(`/${locale}${path}${url.search}`, {
    headers: { Vary: 'Cookie, Accept-Language', 'Cache-Control': 'no-store' },
  })
}
