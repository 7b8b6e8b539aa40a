import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { Filled } from '~/app/components/filled'
import { JoiningPage } from '~/app/components/joining-page'
import { KeptForm, KeptOrError } from '~/app/components/kept-form'
import { Note } from '~/app/components/note'
import { fillPlural } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { keepTyped } from '~/app/keep-typed.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readForm } from '~/app/read-form.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { chosenAddress, NO_ADDRESS, typedAddress } from '~/app/typed-address'
import { beginJoining } from '~/domain/account/begin-joining.server'
import { PRIVACY_TEXT_VERSION } from '~/domain/account/consent-version'
import { stepPath } from '~/domain/account/joining.schema'
import { openJoining } from '~/domain/account/open-joining.server'
import { readSampleHint } from '~/domain/account/read-sample-hint.server'
import { saveJoining } from '~/domain/account/save-joining.server'
import { actingOrganisation, startPath } from '~/domain/account/viewer'
import {
  CONSENT_KINDS,
  type ConsentKind,
  JOINING_KINDS,
  type JoiningKind,
} from '~/domain/shared/account-enums'
import type { Locale } from '~/domain/shared/locale'
import { StartForm, type StartValues } from './start-form'

const NOTHING: StartValues = { kind: '', typed: NO_ADDRESS, agreed: [] }

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = metaLocale({ params })
  const words = {
    join: pageWords('join', locale),
    address: pageWords('entering', locale).address,
    consents: pageWords('privacy', locale).consents,
  }
  const asKind = kindOf(new URL(request.url).searchParams.get('as'))
  if (context.context.actor.kind !== 'person') {
    const isSampleOpen = await run(() => readSampleHint(context.context))
    return { words, kind: asKind, signedIn: null, isSampleOpen, asked: [...CONSENT_KINDS] }
  }
  const { joiner, joining } = await run(() => openJoining(context.context))
  const acting = context.viewer ? actingOrganisation(context.viewer) : null
  return {
    words,
    kind: asKind ?? joining?.kind ?? null,
    isSampleOpen: false,
    asked: CONSENT_KINDS.filter(
      (kind) => !joiner.consents.includes(kind) && (kind === 'privacy' || joiner.phoneE164 !== null),
    ),
    signedIn: {
      isSample: joiner.isSample,
      isShared: joiner.isShared,
      goOn: joining && joining.step !== 'start' ? stepPath(joining.step) : null,
      acting: acting && { name: acting.name, nameArabic: acting.nameArabic, path: startPath(acting.kind) },
    },
  }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const form = await readForm(request)
  return keepTyped({ form, locale, context }, () => begin({ form, locale, context }))
}

async function begin({
  form,
  locale,
  context,
}: { form: FormData; locale: Locale } & Pick<ActionFunctionArgs, 'context'>) {
  const typed = typedAddress(form)
  const kind = kindOf(form.get('kind'))
  const ticked = form.getAll('agree')
  const agreed = CONSENT_KINDS.filter((one) => ticked.includes(one))
  const values: StartValues = { kind: kind ?? '', typed, agreed }
  const isVisitor = context.context.actor.kind !== 'person'
  const texts = pageWords('privacy', locale).consents
  const consents = agreed.map((one) => ({
    kind: one,
    textVersion: PRIVACY_TEXT_VERSION,
    text: texts[one],
  }))
  const refuse = (wrong: Refusal) => data({ values, minutes: null, ...wrong }, { status: 400 })
  const wait = (seconds: number) =>
    data(
      { values, problems: {}, minutes: Math.ceil(seconds / 60) },
      { status: 429, headers: { 'Retry-After': String(seconds) } },
    )

  if (!isVisitor) {
    const { joiner } = await run(() => openJoining(context.context))
    const consent = !agreed.includes('privacy') && !joiner.consents.includes('privacy')
    if (!kind || consent) return refuse({ problems: { kind: !kind, consent } })
    const saved = await run(() => saveJoining(context.context, { step: 'start', kind, consents, locale }))
    if (saved.kind === 'too-many') return wait(saved.retryAfterSeconds)
    // The page itself says it.
    if (saved.kind === 'shared') return redirect(`/${locale}/join`, 303)
    return redirect(`/${locale}${stepPath('who')}`, 303)
  }

  const consent = !agreed.includes('privacy')
  const words = pageWords('entering', locale).address.problems
  if (!kind || consent) return refuse({ problems: { kind: !kind, consent } })
  const outcome = await run(() =>
    beginJoining(context.context, {
      ...chosenAddress(typed),
      consents,
      locale,
      clientKey: context.clientKey,
      device: context.device,
      secret: context.codeSecret,
    }),
  )
  switch (outcome.kind) {
    case 'sent': {
      const query = new URLSearchParams({ join: kind, next: `/${locale}${stepPath('who')}` })
      return redirect(`/${locale}/sign-in/code/${outcome.challenge}?${query}`, 303)
    }
    case 'address-wrong':
      return refuse({ problems: { address: words[outcome.problem] } })
    case 'sample-address':
      return refuse({ problems: { address: words['sample-address'] } })
    case 'consent-missing':
      return refuse({ problems: { consent: true } })
    case 'too-many':
      return wait(outcome.retryAfterSeconds)
  }
}

interface Refusal {
  problems: { kind?: boolean; consent?: boolean; address?: string }
}

function kindOf(value: unknown): JoiningKind | null {
  return JOINING_KINDS.find((kind) => kind === value) ?? null
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  const words = args.data?.words.join
  if (!words) return []
  return pageMeta(args, { title: words.title, description: words.metaDescription, path: '/join' })
}

export default function JoinPage() {
  const { words, kind, asked, signedIn, isSampleOpen } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const locale = useLocale()
  const path = useLocalePath()
  const { join } = words
  const acting = signedIn?.acting
  if (answer && 'kept' in answer) return <KeptForm kept={answer.kept} />
  const message = !answer
    ? null
    : answer.minutes === null
      ? join.fixStart
      : fillPlural(words.address.tooMany, answer.minutes, locale)
  const agreed: readonly ConsentKind[] = answer?.values.agreed ?? []
  return (
    <JoiningPage
      words={join}
      title={acting ? join.already.title : join.title}
      lead={
        acting ? (
          <>
            <p>
              <Filled
                sentence={join.already.text}
                values={{
                  name: <bdi className="b">{(locale === 'ar' && acting.nameArabic) || acting.name}</bdi>,
                }}
              />
            </p>
            <p>
              <Link to={path(acting.path)}>{join.already.goOn}</Link>
            </p>
          </>
        ) : (
          <p>{join.lead}</p>
        )
      }
      step={acting ? null : 'start'}
      isSample={signedIn?.isSample ?? false}
    >
      {message ? <Note tone="bad">{message}</Note> : null}
      {signedIn?.goOn && !message ? (
        <Note>
          {join.unfinished.text} <Link to={path(signedIn.goOn)}>{join.unfinished.goOn}</Link>
        </Note>
      ) : null}
      {acting ? <h2>{join.already.another}</h2> : null}
      {signedIn?.isShared ? (
        <Note>{join.shared}</Note>
      ) : (
        <StartForm
          words={join}
          address={words.address}
          consents={words.consents}
          asked={asked}
          isVisitor={!signedIn}
          values={{ ...NOTHING, ...answer?.values, agreed, kind: answer?.values.kind || kind || '' }}
          problems={answer?.problems ?? {}}
          showsSampleHint={isSampleOpen}
        />
      )}
    </JoiningPage>
  )
}

export function ErrorBoundary() {
  return <KeptOrError />
}
