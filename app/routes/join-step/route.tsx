import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { JoiningPage } from '~/app/components/joining-page'
import { KeptForm, KeptOrError } from '~/app/components/kept-form'
import { Note } from '~/app/components/note'
import { countryChoices } from '~/app/country-names.server'
import { fillPlural } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'
import { keepTyped } from '~/app/keep-typed.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readForm } from '~/app/read-form.server'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { handIn } from '~/domain/account/hand-in.server'
import {
  JOINING_TEXTS,
  type JoiningProblems,
  type JoiningValues,
  stepPath,
} from '~/domain/account/joining.schema'
import { openJoining } from '~/domain/account/open-joining.server'
import { readJoining } from '~/domain/account/read-joining.server'
import { saveJoining } from '~/domain/account/save-joining.server'
import { HOME_COUNTRY } from '~/domain/need/destinations'
import { AppError } from '~/domain/shared/app-error'
import type { Locale } from '~/domain/shared/locale'
import { CheckStep } from './check-step'
import { DoneStep } from './done-step'
import { WhoForm } from './who-form'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const step = stepOf(params.step)
  if (!step) return run(() => Promise.reject(new AppError('not-found')))
  const words = pageWords('join', locale)
  // Only where somebody looks at another regency than the saved one.
  const regencyCode = new URL(request.url).searchParams.get('regency')
  const view = await run(() => openJoining(context.context, { regencyCode }))
  const { joining, joiner, handedIn } = view
  const go = (path: string) => redirect(`/${locale}${path}`, { headers: { 'Cache-Control': 'no-store' } })
  if (step === 'done') {
    if (!handedIn) throw go('/join')
    return { step, words, isSample: joiner.isSample, handedIn }
  }
  const { kind } = joining ?? {}
  if (!joining || !kind || joining.step === 'start') throw go('/join')
  const { isSample } = joiner
  if (step === 'check') {
    if (joining.step !== 'check') throw go(stepPath(joining.step))
    const district = view.districts.find(({ code }) => code === joining.values.districtCode)
    return {
      step,
      words,
      isSample,
      kind,
      values: joining.values,
      regency: view.regencies.find(({ code }) => code === joining.values.regencyCode)?.name ?? '',
      district: district?.name ?? '',
      country: countriesAbroad(locale).find(({ code }) => code === joining.values.countryCode)?.name ?? '',
      similar: view.similar,
    }
  }
  const isNew = Object.values(joining.values).every((value) => value === '')
  const values: JoiningValues = isNew
    ? { ...joining.values, personName: joiner.name, whatsapp: joiner.phoneE164 ?? '' }
    : joining.values
  const { regencies, districts } = view
  return {
    step,
    words,
    isSample,
    kind,
    values,
    regencies,
    districts,
    countries: kind === 'buyer' ? countriesAbroad(locale) : [],
  }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const form = await readForm(request)
  return keepTyped({ form, locale, context }, async () => {
    requireSignedIn(request, context, form)
    return takeStep({ form, locale, step: stepOf(params.step), context })
  })
}

async function takeStep({
  form,
  locale,
  step,
  context,
}: { form: FormData; locale: Locale; step: ReturnType<typeof stepOf> } & Pick<
  ActionFunctionArgs,
  'context'
>) {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 2_000)
  const go = (path: string) => redirect(`/${locale}${path}`, 303)
  const wait = (seconds: number, typed: Partial<Answer>) =>
    data(
      { ...NO_PROBLEMS, ...typed, minutes: Math.ceil(seconds / 60) },
      { status: 429, headers: { 'Retry-After': String(seconds) } },
    )
  if (step === 'who') {
    const typed = Object.fromEntries(
      JOINING_TEXTS.filter((name) => form.has(name)).map((name) => [name, text(name)]),
    )
    const saved = await run(() => saveJoining(context.context, { step, typed }))
    if (saved.kind === 'too-many') return wait(saved.retryAfterSeconds, { typed })
    if (saved.kind === 'not-begun' || saved.kind === 'shared') return go('/join')
    // Without JavaScript the districts of a regency come with the page.
    if (form.get('intent') === 'districts') return go(`${stepPath(step)}#field-districtCode`)
    if (Object.keys(saved.problems).length === 0) return go(stepPath('check'))
    return data({ ...NO_PROBLEMS, problems: saved.problems }, { status: 400 })
  }
  if (step === 'check') {
    const claim = text('claim')
    const claimNote = text('claimNote')
    const outcome = await run(() =>
      handIn(context.context, {
        claim,
        claimNote,
        locale,
        clientKey: context.clientKey,
        sessionId: context.sessionId,
      }),
    )
    switch (outcome.kind) {
      case 'handed-in':
        return go('/join/done')
      case 'shared':
        return go('/join')
      case 'unfinished': {
        const joining = await run(() => readJoining(context.context))
        return go(stepPath(joining?.step === 'check' ? 'who' : (joining?.step ?? 'start')))
      }
      case 'too-many':
        return wait(outcome.retryAfterSeconds, {
          claim: { chosen: claim, note: claimNote, problem: null },
        })
      default:
        return data(
          { ...NO_PROBLEMS, claim: { chosen: claim, note: claimNote, problem: outcome.kind } },
          { status: 400 },
        )
    }
  }
  return run(() => Promise.reject(new AppError('not-found')))
}

interface Answer {
  /** What could not be saved. */
  typed: Partial<JoiningValues>
  problems: JoiningProblems
  claim: {
    chosen: string
    note: string
    problem: 'claim-missing' | 'claim-shared' | 'note-missing' | 'note-too-long' | null
  } | null
  minutes: number | null
}
const NO_PROBLEMS: Answer = { typed: {}, problems: {}, claim: null, minutes: null }

const STEPS = ['who', 'check', 'done'] as const
const stepOf = (said: string | undefined) => STEPS.find((step) => step === said) ?? null

/** The likely markets first, as a list of one: a closed list opens in either alike. */
function countriesAbroad(locale: Locale) {
  const { near, all } = countryChoices(locale)
  return [...near.filter(({ code }) => code !== HOME_COUNTRY), ...all]
}

/** What was saved is read again also after an answer that says what is wrong with it. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus !== undefined || defaultShouldRevalidate

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  const words = args.data?.words
  if (!words) return []
  return pageMeta(args, {
    title: words.title,
    description: words.metaDescription,
    path: `/join/${args.data?.step}`,
    noIndex: true,
  })
}

export default function JoinStepPage() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const locale = useLocale()
  const { words, step } = view
  const title =
    step === 'who' ? words.who.titles[view.kind] : step === 'check' ? words.check.title : words.done.title
  if (answer && 'kept' in answer) return <KeptForm kept={answer.kept} />
  const message = !answer
    ? null
    : answer.minutes === null
      ? words.fix
      : fillPlural(words.tooManySaved, answer.minutes, locale)
  return (
    <JoiningPage words={words} title={title} step={step === 'done' ? null : step} isSample={view.isSample}>
      {message ? <Note tone="bad">{message}</Note> : null}
      {step === 'who' ? (
        <WhoForm {...view} values={{ ...view.values, ...answer?.typed }} problems={answer?.problems ?? {}} />
      ) : null}
      {step === 'check' ? <CheckStep {...view} claim={answer?.claim ?? null} /> : null}
      {step === 'done' ? <DoneStep {...view} /> : null}
    </JoiningPage>
  )
}

export function ErrorBoundary() {
  return <KeptOrError />
}
