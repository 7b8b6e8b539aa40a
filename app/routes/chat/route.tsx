import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ErrorPage } from '~/app/components/error-page'
import { wordsFor } from '~/app/i18n/registry'
import { useLocalePath, useWords } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readForm } from '~/app/read-form.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { safePath } from '~/app/safe-path'
import { readDraft } from '~/domain/inquiry/read-draft.server'
import { startChat } from '~/domain/inquiry/start-chat.server'
import { MAXIMUM_QUANTITY, parseQuantity } from '~/domain/product/price-tiers'
import './chat.css'

/** What a chat is about, from its address; a form may say it too. */
function readSubject(request: Request, form?: FormData) {
  const query = new URL(request.url).searchParams
  const text = (name: string) => String(query.get(name) ?? form?.get(name) ?? '')
  const quantity = parseQuantity(text('qty').slice(0, 20))
  return {
    boothSlug: text('booth'),
    productSlug: text('product') || null,
    quantity: quantity !== null && quantity >= 1 && quantity <= MAXIMUM_QUANTITY ? quantity : null,
  }
}

function subjectQuery({ boothSlug, productSlug, quantity }: ReturnType<typeof readSubject>): string {
  const query = new URLSearchParams({ booth: boothSlug })
  if (productSlug) query.set('product', productSlug)
  if (quantity) query.set('qty', String(quantity))
  return query.toString()
}

/** Leads to WhatsApp: the one place in which a number leaves the server. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const form = await readForm(request)
  const subject = readSubject(request, form)
  const outcome = await run(() =>
    startChat(context.context, {
      ...subject,
      locale,
      page: safePath(form.get('page'), `/${locale}/booths/${encodeURIComponent(subject.boothSlug)}`),
      clientKey: context.clientKey,
      publicUrl: context.publicUrl,
      sampleWhatsapp: context.sampleWhatsapp,
    }),
  )
  switch (outcome.kind) {
    case 'whatsapp':
      return redirect(outcome.url, { status: 303, headers: { 'Cache-Control': 'no-store' } })
    case 'demonstration':
      return redirect(`/${locale}/chat?${subjectQuery(subject)}`, 303)
    case 'form':
      return redirect(`/${locale}/inquiry?${subjectQuery(subject)}`, 303)
  }
}

/**
 * The demonstration of a sample booth; a chat with a real one begins on its page, where also a reader comes
 * back to whose chat was refused.
 */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = metaLocale({ params })
  const subject = readSubject(request)
  if (!subject.boothSlug) throw redirect(`/${locale}/hall`)
  const { publicUrl } = context
  const page = await run(() => readDraft(context.context, { ...subject, locale, publicUrl }))
  if (!page.booth.isSample) {
    const quantity = subject.quantity ? `?qty=${subject.quantity}` : ''
    const back = page.productSlug ? `products/${page.productSlug}${quantity}` : `booths/${page.booth.slug}`
    throw redirect(`/${locale}/${back}`)
  }
  return page
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  const words = wordsFor(metaLocale(args)).chat
  const title = words.demonstrationTitle
  return pageMeta(args, { title, description: title, path: '/chat', noIndex: true })
}

export default function ChatDemonstration() {
  const { booth, productSlug, draft } = useLoaderData<typeof loader>()
  const words = useWords().chat
  const to = useLocalePath()
  return (
    <main id="main" className="wrap chat-page">
      <p>
        <span className="tag sample">{words.demonstration}</span>
      </p>
      <h1>{words.demonstrationTitle}</h1>
      <p className="mut">{words.demonstrationText(booth.name)}</p>
      <div className="draft">
        <p className="text" lang="id" dir="ltr">
          {draft.seller}
        </p>
        {draft.buyer === null ? null : <p className="text">{draft.buyer}</p>}
      </div>
      <p>
        <Link className="btn pri" to={to(productSlug ? `/products/${productSlug}` : `/booths/${booth.slug}`)}>
          {words.back}
        </Link>
      </p>
    </main>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
