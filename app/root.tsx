import type { LoaderFunctionArgs } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useParams,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { direction, isLocale } from '~/domain/shared/locale'
import { ErrorPage } from './components/error-page'
import { LocaleProvider } from './i18n/use-words'
import './styles/app.css'

export function loader({ context }: LoaderFunctionArgs) {
  return { nonce: context.nonce, publicUrl: context.publicUrl }
}

/** Its data is of the request: it never changes while the page lives. */
export function shouldRevalidate() {
  return false
}

export function Layout({ children }: { children: ReactNode }) {
  const param = useParams().locale
  const locale = isLocale(param) ? param : 'id'
  // A refusal answers under the address of what was refused, whose own page the browser must not wake up.
  const isRefusal = useLocation().pathname.split('/')[2] === 'refused'
  const nonce = useRouteLoaderData<typeof loader>('root')?.nonce
  return (
    <html lang={locale} dir={direction(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#35234D" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <LocaleProvider locale={locale}>{children}</LocaleProvider>
        {isRefusal ? null : (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage />
}
