import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { KeptForm, KeptOrError } from '~/app/components/kept-form'
import { RememberZone } from '~/app/components/remember-zone'
import { fill } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { keepTyped } from '~/app/keep-typed.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { pickTime } from '~/app/pick-time.server'
import { readForm } from '~/app/read-form.server'
import { readerZone } from '~/app/reader-zone'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { verificationNote } from '~/app/verification-note.server'
import { wallTime } from '~/app/wall-time.server'
import { openInquiry } from '~/domain/inquiry/open-inquiry.server'
import { findTimes } from '~/domain/meeting/find-times.server'
import { pickTimeSchema, productIdSchema, requestNoteSchema } from '~/domain/meeting/pick-time.schema'
import { readNeed } from '~/domain/need/read-need.server'
import type { Locale } from '~/domain/shared/locale'
import type { AskAnswer, AskProblems } from './ask-form'
import { TimesPage } from './times-page'
import './need-times.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const needId = params.id ?? ''
  const boothSlug = params.booth ?? ''
  const [need, week, { booth, token }] = await run(() =>
    Promise.all([
      readNeed(context.context, { needId }),
      findTimes(context.context, { boothSlug, needId, meetingId: null, from: query.get('from') }),
      // Whom the form reaches: its name, and the token of the form.
      openInquiry(context.context, { boothSlug, productSlug: null, locale }),
    ]),
  )
  return {
    need,
    week,
    booth,
    token,
    product: productIdSchema.catch(null).parse(query.get('product') ?? ''),
    words: pageWords('match', params.locale),
    note: verificationNote(context.context.actor, 'meetings', metaLocale({ params })),
    reader: readerZone(request.headers.get('Cookie'), context.viewer?.timeZone),
    now: context.context.now,
  }
}

/** A tap on a time ('meet'), or a day and an hour that are asked for ('ask'). */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const form = await readForm(request)
  return keepTyped({ form, locale, context }, () => {
    requireSignedIn(request, context, form)
    return take({ params, locale, form, context })
  })
}

async function take({
  params,
  locale,
  form,
  context,
}: Pick<ActionFunctionArgs, 'params' | 'context'> & { locale: Locale; form: FormData }) {
  const wish = {
    needId: params.id ?? '',
    boothSlug: params.booth ?? '',
    productId: productIdSchema.catch(null).parse(form.get('product') ?? ''),
    token: String(form.get('token') ?? ''),
  }
  if (form.get('intent') === 'meet') {
    const picked = pickTimeSchema.safeParse(Object.fromEntries(form))
    if (!picked.success) {
      throw Response.json({ code: 'bad-request' }, { status: 400, headers: { 'Cache-Control': 'no-store' } })
    }
    const { startsAt } = picked.data
    const { refused, status } = await pickTime(context.context, locale, { ...wish, startsAt, note: null })
    return data({ refused, ask: null }, { status })
  }

  const typed = (name: string) => String(form.get(name) ?? '').slice(0, 5_000)
  const values = { date: typed('date').trim(), time: typed('time').trim(), note: typed('note') }
  const answer = (problems: AskProblems, status: number, minutes: number | null = null) =>
    data({ refused: null, ask: { values, problems, minutes } satisfies AskAnswer }, { status })
  // The zone that the form was shown in: the device's may have become known since.
  const shownZone = readerZone(`tz=${encodeURIComponent(typed('zone'))}`, context.viewer?.timeZone)
  const at = wallTime(values.date, values.time, shownZone.zone)
  const note = requestNoteSchema.safeParse(values.note)
  if ('problem' in at || !note.success) {
    const problems: AskProblems = note.success ? {} : { note: { code: 'note' } }
    if ('problem' in at) {
      if (at.problem === 'skipped') problems.time = { code: 'skipped', example: at.instead }
      else problems[at.problem] = { code: at.problem }
      // Both are told at once.
      if (at.problem === 'date' && values.time === '') problems.time = { code: 'time' }
    }
    return answer(problems, 400)
  }
  const { refused, status } = await pickTime(context.context, locale, {
    ...wish,
    startsAt: at.instant,
    note: note.data,
  })
  switch (refused.kind) {
    case 'taken':
      return answer({ time: { code: `taken-${refused.who}` } }, status)
    case 'not-possible':
      return answer({ date: { code: refused.why } }, status)
    case 'wait':
      return answer({}, status, refused.minutes)
    default:
      return data({ refused, ask: null }, { status })
  }
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  if (!args.data) return []
  const { need, booth, words } = args.data
  return pageMeta(args, {
    title: fill(words.meeting.title, { booth: `\u2068${booth.name}\u2069` }),
    description: words.metaDescription,
    path: `/needs/${need.id}/times/${booth.slug}`,
    noIndex: true,
  })
}

export default function NeedTimesRoute() {
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer && 'kept' in answer) return <KeptForm kept={answer.kept} />
  return (
    <>
      <RememberZone shown={loaded.reader.zone} />
      <TimesPage {...loaded} refused={answer?.refused ?? null} ask={answer?.ask ?? null} />
    </>
  )
}

export function ErrorBoundary() {
  return <KeptOrError />
}
