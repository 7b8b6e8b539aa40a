import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { readActingForm } from '~/app/acting-form.server'
import { ActingErrorPage } from '~/app/components/acting-error-page'
import { ActingField } from '~/app/components/acting-field'
import { CodeForm } from '~/app/components/code-form'
import { Field } from '~/app/components/field'
import { Filled } from '~/app/components/filled'
import { Icon } from '~/app/components/icon'
import { Note } from '~/app/components/note'
import { StudioNav } from '~/app/components/studio-nav'
import { fillPlural } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { readCode } from '~/domain/account/read-code.server'
import { readBoothNumber } from '~/domain/booth/read-booth-number.server'
import { act, type NumberAnswer } from './act.server'
import './studio-booth-number.css'

const NO_STORE = { 'Cache-Control': 'no-store' }

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const challenge = query.get('code')
  const { codeSecret: secret } = context
  const number = await run(() => readBoothNumber(context.context))
  const code = challenge
    ? await run(() => readCode(context.context, { challenge, purpose: 'booth-number', secret }))
    : null
  const { code: codeWords, address } = pageWords('entering', locale)
  return data(
    {
      actingId: context.viewer?.organisationId ?? null,
      number,
      code,
      isOver: challenge !== null && !code,
      sentAgain: query.has('again'),
      done: (['proven', 'removed'] as const).find((known) => known === query.get('done')) ?? null,
      words: pageWords('studioBooth', locale).numberPage,
      nav: pageWords('studioProducts', locale).nav,
      codeWords,
      tooManyCodes: address.tooMany,
    },
    { headers: NO_STORE },
  )
}

export async function action({ params, request, context: web }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const { form, context } = await readActingForm(request, web, locale)
  requireSignedIn(request, context, form.get('intent') === 'ask' ? form : undefined)
  const challenge = new URL(request.url).searchParams.get('code')
  const acted = await act({ form, locale, challenge, context })
  if (acted instanceof Response) return acted
  return data(acted.answer, { status: acted.status, headers: { ...NO_STORE, ...acted.headers } })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.title ?? '',
    description: args.data?.words.title ?? '',
    path: '/studio/booth/number',
    noIndex: true,
  })

export default function BoothNumberPage() {
  const page = useLoaderData<typeof loader>()
  const answer: Answer = useActionData<typeof action>() ?? null
  const to = useLocalePath()
  const { number, code, words, nav } = page
  const here = to('/studio/booth/number')
  return (
    <>
      <StudioNav current="booth" words={nav} />
      <main id="main" className="wrap booth-number">
        <p className="crumb">
          <Link to={to('/studio/booth')}>
            <Icon name="arrow-left" /> {words.back}
          </Link>
        </p>
        <h1>{number.isSample ? words.sampleTitle : words.title}</h1>
        {page.done && !answer ? (
          <Note tone="ok">{page.done === 'proven' ? words.done : words.removed}</Note>
        ) : null}
        {number.isSample ? (
          <p>{words.sampleText}</p>
        ) : code ? (
          <CodeForm
            words={page.codeWords}
            tooManyCodes={page.tooManyCodes}
            code={code}
            failed={answer?.kind === 'code' ? answer.failed : null}
            typed={answer?.kind === 'code' ? answer.typed : ''}
            sentAgain={page.sentAgain}
            submit={words.prove}
            change={<Link to={here}>{words.useOther}</Link>}
          />
        ) : (
          <AskNumber page={page} answer={answer} here={here} />
        )}
      </main>
    </>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>
type Answer = NumberAnswer | null

function AskNumber({ page, answer, here }: { page: Page; answer: Answer; here: string }) {
  const { number, words, isOver } = page
  const locale = useLocale()
  const isBusy = useNavigation().state !== 'idle'
  const asked = answer?.kind === 'ask' ? answer : null
  return (
    <>
      <p className="mut">{words.text}</p>
      {isOver && !answer ? <Note tone="bad">{words.over}</Note> : null}
      {asked?.minutes ? <Note tone="bad">{fillPlural(words.tooMany, asked.minutes, locale)}</Note> : null}
      {asked?.isUnavailable ? <Note tone="bad">{words.unavailable}</Note> : null}
      {number.masked ? (
        <p className={number.isProven ? 'ok-t' : ''}>
          <Filled
            sentence={number.isProven ? words.nowProven : words.now}
            values={{ number: <bdi dir="ltr">{number.masked}</bdi> }}
          />
        </p>
      ) : null}
      {number.masked && !number.isProven ? (
        <Form method="post" action={here}>
          <ActingField />
          <button type="submit" name="intent" value="ask-known" className="btn pri lg" disabled={isBusy}>
            {words.proveThis}
          </button>
        </Form>
      ) : null}
      <Form method="post" action={here} noValidate className="give">
        <ActingField />
        <Field
          name="number"
          label={number.masked ? words.labelOther : words.label}
          type="tel"
          autoComplete="tel"
          hint={words.hint}
          maxLength={40}
          value={asked?.typed ?? ''}
          problem={asked?.problem ? words.problems[asked.problem] : undefined}
          required
          ltr
        />
        <button
          type="submit"
          name="intent"
          value="ask"
          className={number.masked && !number.isProven ? 'btn line' : 'btn pri lg'}
          disabled={isBusy}
        >
          {words.send}
        </button>
      </Form>
      {number.masked ? (
        <details>
          <summary className="btn quiet">
            <Icon name="trash-2" />
            {words.remove}
          </summary>
          <Form method="post" action={here} className="stack">
            <ActingField />
            <p className="mut sm">{words.removeText}</p>
            <button type="submit" name="intent" value="remove" className="btn line bad-t">
              {words.removeYes}
            </button>
          </Form>
        </details>
      ) : null}
    </>
  )
}

export function ErrorBoundary() {
  return <ActingErrorPage />
}
