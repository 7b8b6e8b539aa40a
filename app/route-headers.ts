import type { HeadersArgs } from '@remix-run/node'

/** For a route's `headers`: what its loader, its action or their refusal said (Retry-After) reaches the reader. */
export function passHeaders({ errorHeaders, actionHeaders, loaderHeaders }: HeadersArgs): Headers {
  const headers = new Headers(loaderHeaders)
  for (const more of [actionHeaders, errorHeaders]) {
    for (const [name, value] of more ?? []) headers.set(name, value)
  }
  return headers
}
