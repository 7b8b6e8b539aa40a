import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { cartCookie, readCartCookie } from '~/app/cart-cookie'
import { CurrencyChoice } from '~/app/components/currency-choice'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { ErrorPage } from '~/app/components/error-page'
import { Note } from '~/app/components/note'
import { fill, fillPlural } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readForm } from '~/app/read-form.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { indicationSentence, readShown } from '~/app/shown-currency.server'
import { addToCart, setInCart, takeFromCart } from '~/domain/order/cart'
import { readCart } from '~/domain/order/read-cart.server'
import { isFormToken } from '~/domain/shared/form-id.server'
import { isSlug } from '~/domain/shared/slug'
import { CartBooth } from './cart-booth'
import '~/app/components/field.css'
import './cart.css'

const meetingOf = (said: unknown) => (typeof said === 'string' && isFormToken(said) ? said : null)

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const [cart, shown] = await run(() =>
    Promise.all([
      readCart(context.context, { items: readCartCookie(request), locale }),
      readShown(context.context, request, locale),
    ]),
  )
  return {
    gone: cart.gone,
    groups: cart.groups.map((group) => ({
      ...group,
      about: indicationSentence(group.itemsMinor, shown.rate, locale),
    })),
    shown: { currency: shown.currency, currencies: shown.currencies },
    added: query.get('added'),
    isRemoved: query.has('removed'),
    meeting: meetingOf(query.get('meeting')),
    words: pageWords('samples', locale),
  }
}

/** Puts a sample into the cart, changes how many, or takes it out. Anybody may: the cart is their cookie. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await readForm(request)
  const slugs = form.getAll('slug').filter(isSlug)
  const [slug] = slugs
  if (!slug) throw Response.json({ code: 'not-found' }, { status: 404 })
  const items = readCartCookie(request)
  const intent = form.get('intent') ?? 'add'
  const quantity = Number(form.get('quantity'))
  const changed =
    intent === 'remove'
      ? takeFromCart(items, slugs)
      : intent === 'set'
        ? setInCart(items, slug, Number.isFinite(quantity) ? quantity : 1)
        : addToCart(items, slug)
  const query = new URLSearchParams()
  const meeting = meetingOf(form.get('meeting'))
  if (intent === 'add') query.set('added', slug)
  if (intent === 'remove') query.set('removed', '')
  if (meeting) query.set('meeting', meeting)
  return redirect(`/${metaLocale({ params })}/cart${query.size > 0 ? `?${query}` : ''}`, {
    status: 303,
    headers: { 'Set-Cookie': cartCookie(changed, context.publicUrl) },
  })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.cart.title ?? 'OPOP Expo',
    description: args.data?.words.cart.metaDescription ?? 'OPOP Expo',
    path: '/cart',
    noIndex: true,
  })

export default function Cart() {
  const { groups, gone, shown, added, isRemoved, meeting, words } = useLoaderData<typeof loader>()
  const locale = useLocale()
  const to = useLocalePath()
  const said = words.cart
  const isAdded = groups.some(({ lines }) => lines.some(({ slug }) => slug === added))
  // The button that took it out has gone with it.
  const news = isAdded ? said.added : isRemoved ? said.removed : null
  const note = news ? (
    <Note tone="ok" takesFocus>
      <p>{news}</p>
    </Note>
  ) : null
  if (groups.length === 0 && gone.length === 0) {
    return (
      <main id="main" className="wrap cart">
        <h1>{said.title}</h1>
        {note}
        <EmptyShelf title={said.empty}>
          <p className="mut">{said.emptyText}</p>
          <p>
            <Link className="btn pri" to={to('/products')}>
              {said.find}
            </Link>
          </p>
        </EmptyShelf>
      </main>
    )
  }
  return (
    <main id="main" className="wrap cart">
      <h1>{said.title}</h1>
      {note}
      {meeting ? <p className="mut">{said.forMeeting}</p> : null}
      <p className="mut">{said.lead}</p>
      {gone.length > 0 ? (
        <Form method="post" className="gone">
          <input type="hidden" name="intent" value="remove" />
          {meeting ? <input type="hidden" name="meeting" value={meeting} /> : null}
          {gone.map((slug) => (
            <input key={slug} type="hidden" name="slug" value={slug} />
          ))}
          <span>{fillPlural(said.gone, gone.length, locale)}</span>
          <button type="submit" className="btn line">
            {said.removeGone}
          </button>
        </Form>
      ) : null}
      {groups.map((group, at) => (
        <CartBooth
          key={group.booth.slug}
          group={group}
          about={group.about}
          meeting={meeting}
          words={said}
          isFirst={at === 0}
          label={fill(said.checkoutOf, { name: group.booth.name })}
        />
      ))}
      <CurrencyChoice {...shown} words={words.indication} />
    </main>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
