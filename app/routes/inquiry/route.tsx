import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { isRouteErrorResponse, useActionData, useLoaderData, useRouteError } from '@remix-run/react'
import { ErrorPage } from '~/app/components/error-page'
import { fill } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { wordsFor } from '~/app/i18n/registry'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readForm } from '~/app/read-form.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { inquiryProblems, inquirySchema } from '~/domain/inquiry/inquiry.schema'
import { openInquiry } from '~/domain/inquiry/open-inquiry.server'
import { sendInquiry } from '~/domain/inquiry/send-inquiry.server'
import type { Locale } from '~/domain/shared/locale'
import { InquiryForm } from './inquiry-form'
import { InquirySent } from './inquiry-sent'
import './inquiry.css'

/** The fields as typed: what a form that wasn't right is filled with again. */
const FIELDS = ['name', 'email', 'phone', 'quantity', 'message'] as const

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const subject = await run(() =>
    openInquiry(context.context, {
      boothSlug: query.get('booth') ?? '',
      productSlug: query.get('product') || null,
      locale: metaLocale({ params }),
    }),
  )
  return {
    ...subject,
    sent: query.has('sent'),
    quantity: query.get('qty')?.slice(0, 20) ?? '',
    message: firstMessage(query, metaLocale({ params })),
  }
}

/** What somebody who asks for samples would write, to be changed at will. */
function firstMessage(query: URLSearchParams, locale: Locale): string {
  if (query.get('about') !== 'sample') return ''
  const { inquiry, inquiryShipping } = pageWords('samples', locale)
  const [lines, place] = [query.get('lines'), query.get('place')].map((said) => said?.slice(0, 400) ?? '')
  return lines && place ? fill(inquiryShipping, { lines, place }) : inquiry
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const form = await readForm(request)
  const query = new URL(request.url).searchParams
  const boothSlug = query.get('booth') ?? ''
  const productSlug = query.get('product') || null
  const thanks = new URLSearchParams({
    booth: boothSlug,
    ...(productSlug && { product: productSlug }),
    sent: '1',
  })
  const sent = () => redirect(`/${locale}/inquiry?${thanks}`, 303)
  // People don't see this field. A machine that fills it learns nothing.
  if (form.get('website')) return sent()

  const values = Object.fromEntries(
    FIELDS.map((name) => [name, String(form.get(name) ?? '').slice(0, 5_000)]),
  )
  const token = String(form.get('token') ?? '')
  const parsed = inquirySchema.safeParse(values)
  if (!parsed.success) {
    return data(
      { values, token, problems: inquiryProblems(parsed.error), waitMinutes: null },
      { status: 400 },
    )
  }
  const outcome = await run(() =>
    sendInquiry(context.context, {
      boothSlug,
      productSlug,
      fields: parsed.data,
      token,
      locale,
      page: `/${locale}/inquiry`,
      clientKey: context.clientKey,
    }),
  ).catch((refusal: unknown) => {
    if (refusal instanceof Response && refusal.status === 503) return { kind: 'unavailable' as const }
    throw refusal
  })
  if (outcome.kind === 'unavailable') {
    return data(
      { values, token, problems: {}, waitMinutes: null, unavailable: true },
      { status: 503, headers: { 'Retry-After': '10' } },
    )
  }
  if (outcome.kind === 'sent') return sent()
  const { retryAfterSeconds } = outcome
  return data(
    { values, token, problems: {}, waitMinutes: Math.ceil(retryAfterSeconds / 60) },
    { status: 429, headers: { 'Retry-After': String(retryAfterSeconds) } },
  )
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  const words = wordsFor(metaLocale(args)).chat
  const title = args.data ? words.inquiryTitle(args.data.booth.name) : words.write
  return pageMeta(args, { title, description: words.metaDescription, path: '/inquiry', noIndex: true })
}

export default function InquiryPage() {
  const subject = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (subject.sent) return <InquirySent subject={subject} />
  return <InquiryForm subject={subject} answer={answer ?? null} />
}

/** Where the data cannot be reached, also not for the page after sending, what was typed is kept. */
export function ErrorBoundary() {
  const answer = useActionData<typeof action>()
  const error = useRouteError()
  const unavailable = isRouteErrorResponse(error) && error.status === 503
  return answer && unavailable ? <InquiryForm subject={null} answer={answer} /> : <ErrorPage />
}
