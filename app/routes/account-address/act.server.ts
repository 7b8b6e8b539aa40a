import { redirect } from '@remix-run/node'
import { codeAnswer, resendAnswer } from '~/app/code-failure'
import type { CodeFailure } from '~/app/components/code-form'
import { run } from '~/app/run.server'
import { whenUnavailable } from '~/app/unavailable.server'
import type { WebContext } from '~/app/web-context'
import { type AskAddressOutcome, askAddress } from '~/domain/account/ask-address.server'
import { proveAddress } from '~/domain/account/prove-address.server'
import { removeAddress } from '~/domain/account/remove-address.server'
import { resendCode } from '~/domain/account/resend-code.server'
import type { Locale } from '~/domain/shared/locale'
import type { Channel } from '~/domain/shared/message-enums'

type Problem = Extract<AskAddressOutcome, { kind: 'problem' }>['problem']

export type AddressAnswer =
  | { kind: 'ask'; typed: string; problem: Problem | null; minutes: number | null }
  | { kind: 'code'; failed: CodeFailure; typed: string }
  | { kind: 'taken' }
  | { kind: 'last' }
  | { kind: 'unavailable'; typed: string }

export interface Acted {
  answer: AddressAnswer
  status: number
  headers?: Record<string, string>
}

interface Asked {
  form: FormData
  locale: Locale
  channel: Channel
  /** Of the code that is on its way; null: none is. */
  challenge: string | null
  context: WebContext
}

/** Asks for an address, proves it, or takes it away. */
export function act(asked: Asked): Promise<Acted | Response> {
  switch (asked.form.get('intent')) {
    case 'prove':
      return prove(asked)
    case 'resend':
      return resend(asked)
    case 'remove':
      return remove(asked)
    default:
      return ask(asked)
  }
}

async function ask({ form, locale, channel, context }: Asked): Promise<Acted | Response> {
  const { clientKey, device, codeSecret: secret } = context
  const typed = String(form.get('address') ?? '').slice(0, 300)
  const outcome = await run(() =>
    askAddress(context.context, { channel, text: typed, locale, clientKey, device, secret }),
  ).catch(whenUnavailable)
  switch (outcome.kind) {
    case 'sent':
      return go(`/${locale}/account/address/${channel}?code=${outcome.challenge}`)
    case 'problem':
      return { answer: { kind: 'ask', typed, problem: outcome.problem, minutes: null }, status: 400 }
    case 'too-many': {
      const { retryAfterSeconds } = outcome
      const minutes = Math.ceil(retryAfterSeconds / 60)
      const headers = { 'Retry-After': String(retryAfterSeconds) }
      return { answer: { kind: 'ask', typed, problem: null, minutes }, status: 429, headers }
    }
    case 'unavailable':
      return away(typed)
  }
}

async function prove({ form, locale, challenge, context }: Asked): Promise<Acted | Response> {
  const { clientKey, device, codeSecret: secret } = context
  const code = String(form.get('code') ?? '').slice(0, 40)
  const outcome = await run(() =>
    proveAddress(context.context, { challenge: challenge ?? '', code, clientKey, device, secret }),
  ).catch(whenUnavailable)
  if (outcome.kind === 'changed')
    return go(`/${locale}/account?done=${outcome.isFirst ? 'added' : 'changed'}`, outcome.cookies)
  if (outcome.kind === 'taken') return { answer: { kind: 'taken' }, status: 409 }
  const { failed, status, headers } = codeAnswer(outcome)
  const typed = outcome.kind === 'unavailable' ? code : ''
  return { answer: { kind: 'code', failed, typed }, status, headers }
}

async function resend({ locale, channel, challenge, context }: Asked): Promise<Acted | Response> {
  const { clientKey, device, codeSecret: secret } = context
  const outcome = await run(() =>
    resendCode(context.context, {
      challenge: challenge ?? '',
      purpose: 'change-address',
      locale,
      clientKey,
      device,
      secret,
    }),
  ).catch(whenUnavailable)
  if (outcome.kind === 'sent')
    return go(`/${locale}/account/address/${channel}?code=${outcome.challenge}&again=1`)
  const { failed, status, headers } =
    outcome.kind === 'unavailable' ? codeAnswer(outcome) : resendAnswer(outcome)
  return { answer: { kind: 'code', failed, typed: '' }, status, headers }
}

async function remove({ locale, channel, context }: Asked): Promise<Acted | Response> {
  const outcome = await run(() => removeAddress(context.context, { channel })).catch(whenUnavailable)
  if (outcome.kind === 'unavailable') return away('')
  if (outcome.kind === 'last') return { answer: { kind: 'last' }, status: 409 }
  return go(`/${locale}/account${outcome.kind === 'removed' ? '?done=removed' : ''}`)
}

const away = (typed: string): Acted => ({
  answer: { kind: 'unavailable', typed },
  status: 503,
  headers: { 'Retry-After': '10' },
})

function go(path: string, cookies: readonly string[] = []) {
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return redirect(path, { status: 303, headers })
}
