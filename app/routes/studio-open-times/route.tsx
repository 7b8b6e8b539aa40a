import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { type ShouldRevalidateFunctionArgs, useActionData, useLoaderData } from '@remix-run/react'
import { readActingForm } from '~/app/acting-form.server'
import { ActingErrorPage } from '~/app/components/acting-error-page'
import { StudioNav } from '~/app/components/studio-nav'
import { VerificationNote } from '~/app/components/verification-note'
import { pageWords } from '~/app/i18n/page-words.server'
import { hallToday } from '~/app/need-choices.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { verificationNote } from '~/app/verification-note.server'
import { editOpenTimes } from '~/domain/meeting/edit-open-times.server'
import { openTimesProblems, openTimesSchema, readTypedException } from '~/domain/meeting/open-times.schema'
import { readOpenTimes } from '~/domain/meeting/read-open-times.server'
import { readTyped } from '~/domain/meeting/typed-open-times'
import { type Answer, answered } from './answer'
import { addDay, removeDay } from './change-days.server'
import { lineIntent } from './line-intent'
import { OpenTimesForm } from './open-times-form'
import { OpenTimesRead } from './open-times-read'
import './open-times.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  return {
    actingId: context.viewer?.organisationId ?? null,
    view: await run(() => readOpenTimes(context.context)),
    isSaved: new URL(request.url).searchParams.has('saved'),
    today: hallToday(context.context.now),
    words: pageWords('openTimes', locale),
    nav: pageWords('studioProducts', locale).nav,
    note: verificationNote(context.context.actor, 'openTimes', locale),
  }
}

/**
 * One form, so that nothing typed is lost whichever of its buttons is pressed: it saves, changes a line
 * (without JavaScript), adds a day that differs, or removes one.
 */
export async function action({ params, request, context: web }: ActionFunctionArgs) {
  const { form, context } = await readActingForm(request, web, metaLocale({ params }))
  requireSignedIn(request, context, form)
  const intent = String(form.get('intent') ?? 'save')
  const typed = readTyped(form)
  const answer = answered(typed, readTypedException(form))

  const lines = lineIntent(intent, typed)
  if (lines) return data<Answer>({ ...answer, typed: lines, said: { kind: 'lines' } })
  if (intent === 'add-day' || intent.startsWith('again/')) {
    return addDay(context.context, answer, intent)
  }
  if (intent.startsWith('remove/')) return removeDay(context.context, answer, intent)

  const parsed = openTimesSchema.safeParse(typed)
  if (!parsed.success) {
    const problems = openTimesProblems(parsed.error)
    return data<Answer>({ ...answer, problems, said: { kind: 'failed' } }, { status: 400 })
  }
  const version = Number(form.get('version'))
  const outcome = await run(() =>
    editOpenTimes(context.context, {
      version: Number.isSafeInteger(version) ? version : -1,
      fields: parsed.data,
    }),
  ).catch((refusal: unknown) => {
    if (refusal instanceof Response && refusal.status === 503) return { kind: 'unavailable' as const }
    throw refusal
  })
  switch (outcome.kind) {
    case 'saved':
      return redirect(`/${metaLocale({ params })}/studio/open-times?saved=1`, 303)
    case 'changed':
      return data<Answer>({ ...answer, said: { kind: 'changed' } }, { status: 409 })
    case 'seat-in-use': {
      const { meetings, until } = outcome
      const problems = { representatives: 'seat-in-use' as const }
      return data<Answer>(
        { ...answer, problems, said: { kind: 'seat-in-use', meetings, until } },
        { status: 409 },
      )
    }
    case 'unavailable':
      return data<Answer>(
        { ...answer, said: { kind: 'unavailable' } },
        { status: 503, headers: { 'Retry-After': '10' } },
      )
  }
}

export const headers = passHeaders

/** Where somebody else has saved, what they saved is read: saving again has to name its version. */
export function shouldRevalidate({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return actionStatus === 409 || defaultShouldRevalidate
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.title ?? '',
    description: args.data?.words.metaDescription ?? '',
    path: '/studio/open-times',
    noIndex: true,
  })

export default function StudioOpenTimesPage() {
  const { view, isSaved, today, words, nav, note } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  return (
    <>
      <StudioNav current="open-times" words={nav} />
      <main id="main" className="wrap open-times">
        <h1>{words.title}</h1>
        <p className="mut lead">{view.mayEdit ? words.lead : words.readOnly}</p>
        <VerificationNote note={note} />
        {view.mayEdit ? (
          // What was saved is what a form begins with: anew after each saving, never while typing.
          <OpenTimesForm
            key={view.version}
            view={view}
            words={words}
            answer={answer}
            isSaved={isSaved}
            today={today}
          />
        ) : (
          <OpenTimesRead view={view} words={words} />
        )}
      </main>
    </>
  )
}

export function ErrorBoundary() {
  return <ActingErrorPage />
}
