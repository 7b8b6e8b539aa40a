import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { metaLocale } from '~/app/page-meta'
import { readForm } from '~/app/read-form.server'
import { safePath } from '~/app/safe-path'
import { currencyCookie } from '~/app/shown-currency.server'
import { SHOWN_CURRENCIES } from '~/domain/shared/order-enums'

/** Only a form leads here. */
export function loader(): never {
  throw Response.json({ code: 'not-found' }, { status: 404 })
}

/** Keeps in which currency the reader wants prices indicated, and goes back. Anybody may. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await readForm(request)
  const currency = SHOWN_CURRENCIES.find((one) => one === form.get('currency')) ?? 'IDR'
  return redirect(safePath(form.get('back'), `/${metaLocale({ params })}/cart`), {
    status: 303,
    headers: { 'Set-Cookie': currencyCookie(currency, context.publicUrl) },
  })
}
