import { type HeadersFunction, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Outlet, useRouteLoaderData } from '@remix-run/react'
import { accountMenu } from '~/app/account-menu.server'
import { Eave } from '~/app/components/eave'
import { ErrorPage } from '~/app/components/error-page'
import { Foot } from '~/app/components/foot'
import { preferredLocale } from '~/app/preferred-locale'
import { isLocale } from '~/domain/shared/locale'

/** Needs no database, so that a page can say so kindly when there is none. For visitors it has nothing. */
export function loader({ params, request, context: { viewer } }: LoaderFunctionArgs) {
  if (isLocale(params.locale)) return viewer && accountMenu(viewer, params.locale)
  const url = new URL(request.url)
  throw redirect(`/${preferredLocale(request.headers)}${url.pathname}${url.search}`, {
    headers: { Vary: 'Cookie, Accept-Language', 'Cache-Control': 'no-store' },
  })
}

/** Pages decide about their own headers; a refusal's (Retry-After) would be lost without this. */
export const headers: HeadersFunction = ({ errorHeaders }) => errorHeaders ?? new Headers()

/** Who is signed in changes by plain forms alone, after which everything is loaded anew. */
export function shouldRevalidate() {
  return false
}

function Header() {
  return <Eave account={useRouteLoaderData<typeof loader>('routes/locale/route') ?? null} />
}

export default function LocaleLayout() {
  return (
    <>
      <Header />
      <Outlet />
      <Foot />
    </>
  )
}

/** The way on stays in reach: header and footer need no data. */
export function ErrorBoundary() {
  return (
    <>
      <Header />
      <ErrorPage />
      <Foot />
    </>
  )
}
