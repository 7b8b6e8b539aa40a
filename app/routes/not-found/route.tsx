import { data } from '@remix-run/node'

/** No page has this address. */
export function loader(): never {
  throw data({ code: 'not-found' }, { status: 404 })
}

export default function NotFound() {
  return null
}
