import { type HeadersFunction, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import { Eave } from '~/app/components/eave'
import { ErrorPage } from '~/app/components/error-page'
import { Foot } from '~/app/components/foot'
import { preferredLocale } from '~/app/preferred-locale'
import { isLocale } from '~/domain/shared/locale'

/** Needs no database, so that a page can say so kindly when there is none. */
export function loader({ params, request }: LoaderFunctionArgs) {
  if (isLocale(params.locale)) return null
  const url = new URL(request.url)
  throw redirect(`/${preferredLocale(request.headers)}${url.pathname}${url.search}`, {
    headers: { Vary: 'Cookie, Accept-Language', 'Cache-Control': 'no-store' },
  })
}

/** Pages decide about their own headers; a refusal's (Retry-After) would be lost without this. */
export const headers: HeadersFunction = ({ errorHeaders }) => errorHeaders ?? new Headers()

export function shouldRevalidate() {
  return false
}

export default function LocaleLayout() {
  return (
    <>
      <Eave />
      <Outlet />
      <Foot />
    </>
  )
}

/** The way on stays in reach: header and footer need no data. */
export function ErrorBoundary() {
  return (
    <>
      <Eave />
      <ErrorPage />
      <Foot />
    </>
  )
}
