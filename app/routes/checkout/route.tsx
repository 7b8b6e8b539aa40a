import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { CurrencyChoice } from '~/app/components/currency-choice'
import { Icon } from '~/app/components/icon'
import { KeptForm, KeptOrError } from '~/app/components/kept-form'
import { SampleTag } from '~/app/components/sample-tag'
import { fill } from '~/app/i18n/fill'
import { useLocalePath } from '~/app/i18n/use-words'
import { keepTyped } from '~/app/keep-typed.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readForm } from '~/app/read-form.server'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { CheckoutForm } from './checkout-form'
import { loadCheckout } from './load-checkout.server'
import { answerCheckout } from './place.server'
import './checkout.css'

export async function loader(args: LoaderFunctionArgs) {
  requireSignedIn(args.request, args.context)
  return loadCheckout(args)
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const form = await readForm(request)
  return keepTyped({ form, locale, context }, () => {
    requireSignedIn(request, context, form)
    return answerCheckout({ request, context, form, boothSlug: params.booth ?? '', locale })
  })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  const words = args.data?.words.checkout
  return pageMeta(args, {
    title: words && args.data ? fill(words.title, { name: args.data.booth.name }) : 'OPOP Expo',
    description: words?.metaDescription ?? 'OPOP Expo',
    path: `/checkout/${args.params.booth}`,
    noIndex: true,
  })
}

export default function Checkout() {
  const page = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const to = useLocalePath()
  if (answered && 'kept' in answered) return <KeptForm kept={answered.kept} />
  const { booth, words, shown } = page
  const said = words.checkout
  const answer = answered ?? null
  return (
    <main id="main" className="wrap checkout">
      <p className="crumb">
        <Link to={to('/cart')}>
          <Icon name="arrow-left" /> {said.back}
        </Link>
      </p>
      <h1>
        {fill(said.title, { name: booth.name })} {booth.isSample ? <SampleTag /> : null}
      </h1>
      {page.isEmpty && !answer ? (
        <p>{said.nothing}</p>
      ) : (
        <>
          <CheckoutForm page={page} answer={answer} />
          <CurrencyChoice {...shown} words={words.indication} />
        </>
      )}
    </main>
  )
}

export function ErrorBoundary() {
  return <KeptOrError />
}
