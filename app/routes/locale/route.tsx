import { type HeadersFunction, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Outlet, type ShouldRevalidateFunctionArgs, useRouteLoaderData } from '@remix-run/react'
import { accountMenu, type HeaderData } from '~/app/account-menu.server'
import { readCartCookie } from '~/app/cart-cookie'
import { Eave } from '~/app/components/eave'
import { ErrorPage } from '~/app/components/error-page'
import { Foot } from '~/app/components/foot'
import { fill } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { preferredLocale } from '~/app/preferred-locale'
import { isLocale } from '~/domain/shared/locale'

/** Needs no database, so that a page can say so kindly when there is none. For visitors it has nothing. */
export function loader({ params, request, context: { viewer } }: LoaderFunctionArgs): HeaderData | null {
  if (isLocale(params.locale)) {
    const count = readCartCookie(request).length
    if (!viewer && count === 0) return null
    const { link } = pageWords('samples', params.locale).cart
    const cart = count > 0 ? fill(link, { count }) : null
    const account = viewer && accountMenu(viewer, params.locale)
    // On a phone the header has no room for it beside the account.
    if (account && cart) account.links.unshift({ path: '/cart', label: cart })
    return { account, cart }
  }
  const url = new URL(request.url)
  throw redirect(`/${preferredLocale(request.headers)}${url.pathname}${url.search}`, {
    headers: { Vary: 'Cookie, Accept-Language', 'Cache-Control': 'no-store' },
  })
}

/** Pages decide about their own headers; a refusal's (Retry-After) would be lost without this. */
export const headers: HeadersFunction = ({ errorHeaders }) => errorHeaders ?? new Headers()

/** Who is signed in changes by plain forms alone, after which everything is loaded anew; a cart also by others. */
export function shouldRevalidate({ formAction }: ShouldRevalidateFunctionArgs) {
  return /\/c(art|heckout)/.test(`${formAction}`)
}

function Header() {
  return <Eave {...useRouteLoaderData<typeof loader>('routes/locale/route')} />
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
