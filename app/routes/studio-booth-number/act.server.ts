import { redirect } from '@remix-run/node'
import { codeAnswer, resendAnswer } from '~/app/code-failure'
import type { CodeFailure } from '~/app/components/code-form'
import { run } from '~/app/run.server'
import { whenUnavailable } from '~/app/unavailable.server'
import type { WebContext } from '~/app/web-context'
import { type AskBoothNumberOutcome, askBoothNumber } from '~/domain/account/ask-booth-number.server'
import { proveBoothNumber } from '~/domain/account/prove-booth-number.server'
import { removeBoothNumber } from '~/domain/account/remove-booth-number.server'
import { resendCode } from '~/domain/account/resend-code.server'
import type { Locale } from '~/domain/shared/locale'

type Problem = Extract<AskBoothNumberOutcome, { kind: 'problem' }>['problem']

export type NumberAnswer =
  | {
      kind: 'ask'
      typed: string
      problem: Problem | null
      /** Until more codes may be asked for. */
      minutes: number | null
      isUnavailable: boolean
    }
  | { kind: 'code'; failed: CodeFailure; typed: string }

export interface Acted {
  answer: NumberAnswer
  status: number
  headers?: Record<string, string>
}

interface Asked {
  form: FormData
  locale: Locale
  /** Of the code that is on its way; null: none is. */
  challenge: string | null
  context: WebContext
}

/** Asks for a number, proves it, or takes it away. */
export function act(asked: Asked): Promise<Acted | Response> {
  switch (asked.form.get('intent')) {
    case 'prove':
      return prove(asked)
    case 'resend':
      return resend(asked)
    case 'remove':
      return remove(asked)
    case 'ask-known':
      return ask(asked, null)
    default:
      return ask(asked, String(asked.form.get('number') ?? '').slice(0, 60))
  }
}

async function ask({ locale, context }: Asked, text: string | null): Promise<Acted | Response> {
  const { clientKey, device, codeSecret: secret } = context
  const typed = text ?? ''
  const outcome = await run(() =>
    askBoothNumber(context.context, { text, locale, clientKey, device, secret }),
  ).catch(whenUnavailable)
  const back = (status: number, more: Partial<Extract<NumberAnswer, { kind: 'ask' }>>): Acted => ({
    answer: { kind: 'ask', typed, problem: null, minutes: null, isUnavailable: false, ...more },
    status,
  })
  switch (outcome.kind) {
    case 'sent':
      return go(locale, { code: outcome.challenge })
    case 'proven':
      return go(locale, { done: 'proven' })
    case 'problem':
      return back(400, { problem: outcome.problem })
    // The page says so, and has no form.
    case 'sample-booth':
      return back(409, {})
    case 'too-many': {
      const { retryAfterSeconds } = outcome
      const headers = { 'Retry-After': String(retryAfterSeconds) }
      return { ...back(429, { minutes: Math.ceil(retryAfterSeconds / 60) }), headers }
    }
    case 'unavailable':
      return { ...back(503, { isUnavailable: true }), headers: { 'Retry-After': '10' } }
  }
}

async function prove({ form, locale, challenge, context }: Asked): Promise<Acted | Response> {
  const { clientKey, device, codeSecret: secret } = context
  const code = String(form.get('code') ?? '').slice(0, 40)
  const outcome = await run(() =>
    proveBoothNumber(context.context, { challenge: challenge ?? '', code, clientKey, device, secret }),
  ).catch(whenUnavailable)
  if (outcome.kind === 'proven') return go(locale, { done: 'proven' })
  const { failed, status, headers } = codeAnswer(outcome)
  const typed = outcome.kind === 'unavailable' ? code : ''
  return { answer: { kind: 'code', failed, typed }, status, headers }
}

async function resend({ locale, challenge, context }: Asked): Promise<Acted | Response> {
  const { clientKey, device, codeSecret: secret } = context
  const outcome = await run(() =>
    resendCode(context.context, {
      challenge: challenge ?? '',
      purpose: 'booth-number',
      locale,
      clientKey,
      device,
      secret,
    }),
  ).catch(whenUnavailable)
  if (outcome.kind === 'sent') return go(locale, { code: outcome.challenge, again: '1' })
  const { failed, status, headers } =
    outcome.kind === 'unavailable' ? codeAnswer(outcome) : resendAnswer(outcome)
  return { answer: { kind: 'code', failed, typed: '' }, status, headers }
}

async function remove({ locale, context }: Asked): Promise<Acted | Response> {
  const outcome = await run(() => removeBoothNumber(context.context)).catch(whenUnavailable)
  if (outcome) {
    const answer = { kind: 'ask', typed: '', problem: null, minutes: null, isUnavailable: true } as const
    return { answer, status: 503, headers: { 'Retry-After': '10' } }
  }
  return go(locale, { done: 'removed' })
}

function go(locale: Locale, query: Record<string, string>) {
  const headers = { 'Cache-Control': 'no-store' }
  return redirect(`/${locale}/studio/booth/number?${new URLSearchParams(query)}`, { status: 303, headers })
}
