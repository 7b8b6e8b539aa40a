import { isRouteErrorResponse, Link, useLocation, useRouteError } from '@remix-run/react'
import { useLocalePath, useWords } from '../i18n/use-words'
import { BareShelf } from './bare-shelf'

const KNOWN = [
  'bad-request',
  'not-found',
  'forbidden',
  'conflict',
  'too-many-requests',
  'too-large',
  'unavailable',
] as const
type Known = (typeof KNOWN)[number]

const BY_STATUS: Record<number, Known> = {
  400: 'bad-request',
  403: 'forbidden',
  404: 'not-found',
  405: 'not-found',
  409: 'conflict',
  413: 'too-large',
  429: 'too-many-requests',
  503: 'unavailable',
}

function errorCode(error: unknown): Known | 'failed' {
  if (!isRouteErrorResponse(error)) return 'failed'
  const said = (error.data as { code?: unknown } | null)?.code
  return KNOWN.find((code) => code === said) ?? BY_STATUS[error.status] ?? 'failed'
}

/** What broke, what is safe, and a way on: in the reader's language. */
export function ErrorPage() {
  const code = errorCode(useRouteError())
  const words = useWords().errors
  const common = useWords().common
  const to = useLocalePath()
  const { pathname, search } = useLocation()
  const retry = code !== 'not-found' && code !== 'forbidden' && !pathname.includes('/refused/')
  return (
    <main id="main" className="wrap error-page">
      <title>{`${words[code].title} · OPOP Expo`}</title>
      <BareShelf />
      <div className="stack">
        <h1>{words[code].title}</h1>
        <p className="mut">{words[code].text}</p>
        <p className="row wrapx">
          {retry ? (
            <a className="btn pri" href={`${pathname}${search}`}>
              {words.tryAgain}
            </a>
          ) : null}
          <Link className={retry ? 'btn' : 'btn pri'} to={to('/')} reloadDocument>
            {common.nav.home}
          </Link>
          <Link className="btn" to={to('/products')} reloadDocument>
            {common.nav.products}
          </Link>
        </p>
      </div>
    </main>
  )
}
