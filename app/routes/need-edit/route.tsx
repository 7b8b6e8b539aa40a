import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import {
  Form,
  isRouteErrorResponse,
  Link,
  useActionData,
  useLoaderData,
  useParams,
  useRouteError,
} from '@remix-run/react'
import { readActingForm } from '~/app/acting-form.server'
import { ActingErrorPage } from '~/app/components/acting-error-page'
import { NeedForm } from '~/app/components/need-form'
import { NeedPage } from '~/app/components/need-page'
import { fill } from '~/app/i18n/fill'
import { formatDay } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { hallToday, needChoices } from '~/app/need-choices.server'
import { needFormData } from '~/app/need-form-data'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { closeNeed } from '~/domain/need/close-need.server'
import { editNeed } from '~/domain/need/edit-need.server'
import { type NeedProblems, needProblems, needSchema, needValues } from '~/domain/need/need.schema'
import type { NeedView } from '~/domain/need/need-view'
import { openNeedEdit } from '~/domain/need/open-need-edit.server'
import { reopenNeed } from '~/domain/need/reopen-need.server'
import type { Locale } from '~/domain/shared/locale'

/** A saved need as its form shows it. */
function shownValues(need: NeedView, locale: Locale) {
  return needValues({ ...need, destinationRegency: need.destinationRegency?.code ?? null }, locale)
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const { need, regencies } = await run(() => openNeedEdit(context.context, { needId: params.id ?? '' }))
  return {
    actingId: context.viewer?.organisationId ?? null,
    need,
    values: shownValues(need, locale),
    choices: needChoices(context.context.now, locale, regencies),
    words: pageWords('need', locale),
  }
}

export async function action({ params, request, context: web }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const needId = params.id ?? ''
  const { now } = web.context
  const { form, context } = await readActingForm(request, web, locale)
  const intent = form.get('intent')
  // Whose session cannot be read now keeps what was typed; a button alone has nothing to keep.
  if (intent !== null || !context.isSessionUnknown) requireSignedIn(request, context, form)
  if (intent === 'close') {
    await run(() => closeNeed(context.context, { needId }))
    return redirect(`/${locale}/needs`, 303)
  }
  if (intent === 'reopen') {
    await run(() => reopenNeed(context.context, { needId }))
    return redirect(`/${locale}/needs/${needId}`, 303)
  }

  const typed = needFormData(form)
  // What the need had when the form was shown: a deadline that passed meanwhile may stay.
  const kept = String(form.get('keptNeededBy') ?? '').slice(0, 20)
  const typedVersion = String(form.get('version') ?? '')
  // Anything else is no version that a need has.
  const version = /^\d{1,9}$/.test(typedVersion) ? Number(typedVersion) : 0
  const keepAbout = form.has('keepAbout')
  const reopen = form.has('reopen')
  const answer = (problems: NeedProblems) => ({
    values: typed,
    problems,
    version,
    keepAbout,
    kept,
    reopen,
    theirs: null,
    away: null,
  })

  // The loader will have no data either: all that the form needs goes along.
  const away = () =>
    data(
      { ...answer({}), away: { words: pageWords('need', locale), choices: needChoices(now, locale, []) } },
      { status: 503, headers: { 'Retry-After': '10' } },
    )
  if (context.isSessionUnknown) return away()

  const parsed = needSchema({ today: hallToday(now), kept }).safeParse(typed)
  if (!parsed.success) return data(answer(needProblems(parsed.error)), { status: 400 })
  const outcome = await run(() =>
    editNeed(context.context, { needId, version, fields: parsed.data, keepAbout, reopen, locale }),
  ).catch((refusal: unknown) => {
    if (refusal instanceof Response && refusal.status === 503) return { kind: 'unavailable' as const }
    throw refusal
  })
  switch (outcome.kind) {
    case 'saved':
      return redirect(`/${locale}/needs/${needId}`, 303)
    case 'invalid':
      return data(answer(outcome.problems), { status: 400 })
    case 'changed':
      return data(
        {
          ...answer({}),
          // Written alike, so that only what differs is shown to differ.
          values: needValues(parsed.data, locale),
          version: outcome.theirs.version,
          reopen: outcome.theirs.state === 'closed',
          theirs: shownValues(outcome.theirs, locale),
        },
        { status: 409 },
      )
    case 'unavailable':
      return away()
  }
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  if (!args.data) return []
  const { words, need } = args.data
  return pageMeta(args, {
    title: `${words.editTitle}: ${need.productWords}`,
    description: words.metaDescription,
    path: `/needs/${need.id}/edit`,
    noIndex: true,
  })
}

export default function EditNeedPage() {
  const { need, values, choices, words } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const locale = useLocale()
  const to = useLocalePath()
  const title = words.editTitle
  const isSample = need.organisation.isSample
  if (need.state === 'closed' && !answer) {
    const day = need.closedAt ? formatDay(need.closedAt, locale) : ''
    return (
      <NeedPage
        title={title}
        lead={need.productWords}
        note={fill(words.closedNote, { day })}
        isSample={isSample}
      >
        <Form method="post" className="row wrapx">
          <button type="submit" className="btn pri" name="intent" value="reopen">
            {words.reopen}
          </button>
          <Link className="btn" to={to(`/needs/${need.id}`)}>
            {words.read}
          </Link>
        </Form>
      </NeedPage>
    )
  }
  return (
    <NeedPage title={title} lead={null} note={null} isSample={isSample}>
      <NeedForm
        words={words}
        values={answer?.values ?? values}
        problems={answer?.problems ?? {}}
        choices={choices}
        theirs={answer?.theirs}
        message={
          !answer
            ? null
            : answer.theirs
              ? words[answer.reopen ? 'changedClosed' : 'changed']
              : words.fixErrors
        }
        about={
          need.about && {
            booth: need.about.boothName,
            product: null,
            isKept: answer?.keepAbout ?? true,
          }
        }
        hidden={{
          version: String(answer?.version ?? need.version),
          keptNeededBy: answer?.kept ?? values.neededBy,
          ...(answer?.reopen ? { reopen: '1' } : {}),
        }}
        submit={answer?.reopen ? words.reopenAndSave : words.save}
      >
        <Link className="btn quiet" to={to(`/needs/${need.id}`)}>
          {words.cancel}
        </Link>
      </NeedForm>
      {need.state === 'open' ? (
        <details className="closing">
          <summary>{words.close}</summary>
          <Form method="post" className="stack">
            <p>{words.closeText}</p>
            <button type="submit" className="btn" name="intent" value="close">
              {words.closeConfirm}
            </button>
          </Form>
        </details>
      ) : null}
    </NeedPage>
  )
}

/** Where the data cannot be reached, what was typed is kept, and can be sent again. */
export function ErrorBoundary() {
  const answer = useActionData<typeof action>()
  const error = useRouteError()
  const to = useLocalePath()
  const { id } = useParams()
  const unavailable = isRouteErrorResponse(error) && error.status === 503
  if (!answer?.away || !unavailable) return <ActingErrorPage />
  const { words, choices } = answer.away
  return (
    <NeedPage title={words.editTitle} lead={null} note={null} isSample={false}>
      <NeedForm
        words={words}
        values={answer.values}
        problems={{}}
        choices={choices}
        message={words.notSaved}
        about={null}
        hidden={{
          version: String(answer.version),
          keptNeededBy: answer.kept,
          ...(answer.keepAbout ? { keepAbout: '1' } : {}),
          ...(answer.reopen ? { reopen: '1' } : {}),
        }}
        submit={words.save}
      >
        <Link className="btn quiet" to={to(`/needs/${id}`)}>
          {words.cancel}
        </Link>
      </NeedForm>
    </NeedPage>
  )
}
