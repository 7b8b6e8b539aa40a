import { data } from '@remix-run/node'
import type { Kept } from './components/kept-form'
import { pageWords } from './i18n/page-words.server'
import { sentFields } from './sent-fields'
import { whenUnavailable } from './unavailable.server'
import type { WebContext } from './web-context'

interface Typed {
  form: FormData
  locale: string
  context: Pick<WebContext, 'isSessionUnknown'>
}

/**
 * Does what a form asks for. Where the data can't be reached, not even to tell who is signed in, the answer holds
 * what was typed: show it with `KeptForm`, and by `KeptOrError` where the page itself can't be read either.
 */
export async function keepTyped<T>({ form, locale, context }: Typed, act: () => Promise<T>) {
  if (!context.isSessionUnknown) {
    try {
      return await act()
    } catch (refusal) {
      whenUnavailable(refusal)
    }
  }
  const { unavailable, sendAgain } = pageWords('me', locale)
  const kept: Kept = { fields: sentFields(form), words: { unavailable, sendAgain } }
  return data({ kept }, { status: 503, headers: { 'Retry-After': '10', 'Cache-Control': 'no-store' } })
}
