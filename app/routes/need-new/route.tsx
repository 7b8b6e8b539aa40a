import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { isRouteErrorResponse, useActionData, useLoaderData, useRouteError } from '@remix-run/react'
import { readActingForm } from '~/app/acting-form.server'
import { ActingErrorPage } from '~/app/components/acting-error-page'
import { NeedForm } from '~/app/components/need-form'
import { NeedPage } from '~/app/components/need-page'
import { fillPlural } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'
import { hallToday, needChoices } from '~/app/need-choices.server'
import { needFormData } from '~/app/need-form-data'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { type NeedProblems, needProblems, needSchema } from '~/domain/need/need.schema'
import { prefillNeed } from '~/domain/need/prefill-need.server'
import { stateNeed } from '~/domain/need/state-need.server'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const prefill = await run(() =>
    prefillNeed(context.context, {
      boothSlug: query.get('booth') || null,
      productSlug: query.get('product') || null,
      quantity: query.get('qty')?.slice(0, 20) ?? '',
      locale,
    }),
  )
  return {
    actingId: context.viewer?.organisationId ?? null,
    ...prefill,
    choices: needChoices(context.context.now, locale, prefill.regencies),
    words: pageWords('need', locale),
  }
}

export async function action({ params, request, context: web }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const { now } = web.context
  const { form, context } = await readActingForm(request, web, locale)
  // Whose session cannot be read now keeps what was typed.
  if (!context.isSessionUnknown) requireSignedIn(request, context, form)
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 200)
  const values = needFormData(form)
  const token = text('token')
  const keepAbout = form.has('keepAbout')
  const answer = (problems: NeedProblems, waitMinutes: number | null = null) => ({
    values,
    problems,
    token,
    keepAbout,
    waitMinutes,
    away: null,
  })

  // The loader will have no data either: all that the form needs goes along.
  const away = () =>
    data(
      {
        ...answer({}),
        away: {
          words: pageWords('need', locale),
          choices: needChoices(now, locale, []),
          booth: text('booth'),
          product: text('product'),
        },
      },
      { status: 503, headers: { 'Retry-After': '10' } },
    )
  if (context.isSessionUnknown) return away()

  const parsed = needSchema({ today: hallToday(now) }).safeParse(values)
  if (!parsed.success) return data(answer(needProblems(parsed.error)), { status: 400 })
  const outcome = await run(() =>
    stateNeed(context.context, {
      fields: parsed.data,
      boothSlug: keepAbout ? text('booth') || null : null,
      productSlug: keepAbout ? text('product') || null : null,
      locale,
      token,
    }),
  ).catch((refusal: unknown) => {
    if (refusal instanceof Response && refusal.status === 503) return { kind: 'unavailable' as const }
    throw refusal
  })
  switch (outcome.kind) {
    case 'stated':
      return redirect(`/${locale}/needs/${outcome.needId}`, 303)
    case 'invalid':
      return data(answer(outcome.problems), { status: 400 })
    case 'too-many':
      return data(answer({}, Math.ceil(outcome.retryAfterSeconds / 60)), {
        status: 429,
        headers: { 'Retry-After': String(outcome.retryAfterSeconds) },
      })
    case 'unavailable':
      return away()
  }
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  const words = args.data?.words
  if (!words) return []
  return pageMeta(args, {
    title: words.newTitle,
    description: words.metaDescription,
    path: '/needs/new',
    noIndex: true,
  })
}

export default function NewNeedPage() {
  const { words, values, choices, about, dropped, token, isSample } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const locale = useLocale()
  const message = !answer
    ? null
    : answer.waitMinutes === null
      ? words.fixErrors
      : fillPlural(words.tooMany, answer.waitMinutes, locale)
  return (
    <NeedPage
      title={words.newTitle}
      lead={words.newLead}
      note={dropped && words.dropped[dropped]}
      isSample={isSample}
    >
      <NeedForm
        words={words}
        values={answer?.values ?? values}
        problems={answer?.problems ?? {}}
        choices={choices}
        message={message}
        about={
          about && {
            booth: (locale === 'ar' && about.booth.nameArabic) || about.booth.name,
            product: about.product?.name.text ?? null,
            isKept: answer?.keepAbout ?? true,
          }
        }
        hidden={{
          token: answer?.token || token,
          ...(about ? { booth: about.booth.slug } : {}),
          ...(about?.product ? { product: about.product.slug } : {}),
        }}
        submit={words.submit}
      />
    </NeedPage>
  )
}

/** Where the data cannot be reached, what was typed is kept, and can be sent again. */
export function ErrorBoundary() {
  const answer = useActionData<typeof action>()
  const error = useRouteError()
  const unavailable = isRouteErrorResponse(error) && error.status === 503
  if (!answer?.away || !unavailable) return <ActingErrorPage />
  const { words, choices, booth, product } = answer.away
  return (
    <NeedPage title={words.newTitle} lead={words.newLead} note={null} isSample={false}>
      <NeedForm
        words={words}
        values={answer.values}
        problems={{}}
        choices={choices}
        message={words.notSaved}
        about={null}
        hidden={{ token: answer.token, booth, product, ...(answer.keepAbout ? { keepAbout: '1' } : {}) }}
        submit={words.submit}
      />
    </NeedPage>
  )
}
