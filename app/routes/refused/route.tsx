import { data, type LoaderFunctionArgs } from '@remix-run/node'

const CODES: Record<string, string> = {
  '403': 'forbidden',
  '413': 'too-large',
}

/**
 * Where the server sends, inside, a request that it refused before any route saw it, so that the reader
 * gets the answer as a page in their language. The status is the refusal's.
 */
export function loader({ params, context }: LoaderFunctionArgs): never {
  const code = context.isRefusal ? CODES[params.status ?? ''] : undefined
  throw data({ code: code ?? 'not-found' }, { status: code ? Number(params.status) : 404 })
}

export default function Refused() {
  return null
}
