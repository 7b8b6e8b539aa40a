import { redirect } from '@remix-run/node'
import { codeAnswer, resendAnswer } from '~/app/code-failure'
import type { CodeFailure } from '~/app/components/code-form'
import { run } from '~/app/run.server'
import { whenUnavailable } from '~/app/unavailable.server'
import type { WebContext } from '~/app/web-context'
import { type AskAddressOutcome, askAddress } from '~/domain/account/ask-address.server'
import { askOwnCode } from '~/domain/account/ask-own-code.server'
import { confirmSelf } from '~/domain/account/confirm-self.server'
import { proveAddress } from '~/domain/account/prove-address.server'
import { removeAddress } from '~/domain/account/remove-address.server'
import { resendCode } from '~/domain/account/resend-code.server'
import type { Locale } from '~/domain/shared/locale'
import type { Channel } from '~/domain/shared/message-enums'
import { forgetTypedAddress, keepTypedAddress } from './typed-cookie.server'

type Problem = Extract<AskAddressOutcome, { kind: 'problem' }>['problem']

export type AddressAnswer =
  | { kind: 'ask'; typed: string; problem: Problem | null; minutes: number | null }
  | { kind: 'code'; failed: CodeFailure; typed: string }
  | { kind: 'taken' }
  /** It wasn't shown, or too long ago, that it is oneself. */
  | { kind: 'unconfirmed' }
  | { kind: 'wrong-password' }
  | { kind: 'wait'; minutes: number }
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
  /** The same, of the code that shows that it is oneself. */
  confirming: string | null
  /** What that code, or the password, has left. */
  confirmation: string | null
  asksToRemove: boolean
  context: WebContext
}

/** Asks for an address, proves it, or takes it away. */
export function act(asked: Asked): Promise<Acted | Response> {
  const isConfirming = asked.form.get('step') === 'confirm'
  switch (asked.form.get('intent')) {
    case 'password':
    case 'own-code':
      return confirm(asked)
    case 'prove':
      return isConfirming ? confirm(asked) : prove(asked)
    case 'resend':
      return resend(asked)
    case 'remove':
      return remove(asked)
    default:
      return ask(asked)
  }
}

const UNCONFIRMED: Acted = { answer: { kind: 'unconfirmed' }, status: 409 }

/** Shows that it is oneself: by the password, or by a code to an address that one has. */
async function confirm(asked: Asked): Promise<Acted | Response> {
  const { form, locale, confirming, context } = asked
  const { auth, clientKey, device, codeSecret: secret } = context
  const intent = form.get('intent')
  if (intent === 'own-code') {
    const outcome = await run(() =>
      askOwnCode(context.context, { purpose: 'confirm', locale, clientKey, device, secret }),
    ).catch(whenUnavailable)
    if (outcome.kind === 'sent') return go(here(asked, { confirm: outcome.challenge }))
    if (outcome.kind === 'too-many') return waiting(outcome.retryAfterSeconds)
    return outcome.kind === 'unavailable' ? away('') : UNCONFIRMED
  }
  const code = String(form.get('code') ?? '').slice(0, 40)
  const outcome = await run(() =>
    confirmSelf(
      context.context,
      intent === 'password'
        ? { kind: 'password', password: String(form.get('password') ?? '').slice(0, 500), auth, locale }
        : { kind: 'code', challenge: confirming ?? '', code, clientKey, device, secret },
    ),
  ).catch(whenUnavailable)
  if (outcome.kind === 'confirmed') return go(here(asked, { sure: outcome.confirmation }))
  if (outcome.kind === 'wrong-password') return { answer: { kind: 'wrong-password' }, status: 400 }
  if (intent === 'password')
    return outcome.kind === 'too-many' ? waiting(outcome.retryAfterSeconds) : away('')
  const { failed, status, headers } = codeAnswer(outcome)
  const typed = outcome.kind === 'unavailable' ? code : ''
  return { answer: { kind: 'code', failed, typed }, status, headers }
}

/** The page, with what is under way. */
function here({ locale, channel, asksToRemove }: Asked, query: Record<string, string>): string {
  const search = new URLSearchParams(query)
  if (asksToRemove) search.set('remove', '')
  return `/${locale}/account/address/${channel}?${search}`
}

function waiting(seconds: number): Acted {
  const headers = { 'Retry-After': String(seconds) }
  return { answer: { kind: 'wait', minutes: Math.ceil(seconds / 60) }, status: 429, headers }
}

async function ask(asked: Asked): Promise<Acted | Response> {
  const { form, locale, channel, confirmation, context } = asked
  const { clientKey, device, codeSecret: secret } = context
  const typed = String(form.get('address') ?? '').slice(0, 300)
  const outcome = await run(() =>
    askAddress(context.context, { channel, text: typed, locale, confirmation, clientKey, device, secret }),
  ).catch(whenUnavailable)
  switch (outcome.kind) {
    case 'sent':
      return go(here(asked, { code: outcome.challenge, ...(confirmation ? { sure: confirmation } : {}) }), [
        forgetTypedAddress(asked),
      ])
    case 'unconfirmed':
      return { ...UNCONFIRMED, headers: { 'Set-Cookie': keepTypedAddress(asked, channel, typed) } }
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
  if (outcome.kind === 'unconfirmed') return UNCONFIRMED
  if (outcome.kind === 'taken') return { answer: { kind: 'taken' }, status: 409 }
  const { failed, status, headers } = codeAnswer(outcome)
  const typed = outcome.kind === 'unavailable' ? code : ''
  return { answer: { kind: 'code', failed, typed }, status, headers }
}

async function resend(asked: Asked): Promise<Acted | Response> {
  const { form, locale, challenge, confirming, confirmation, context } = asked
  const isConfirming = form.get('step') === 'confirm'
  const { clientKey, device, codeSecret: secret } = context
  const outcome = await run(() =>
    resendCode(context.context, {
      challenge: (isConfirming ? confirming : challenge) ?? '',
      purpose: isConfirming ? 'confirm' : 'change-address',
      locale,
      clientKey,
      device,
      secret,
    }),
  ).catch(whenUnavailable)
  if (outcome.kind === 'sent')
    return go(
      here(asked, {
        [isConfirming ? 'confirm' : 'code']: outcome.challenge,
        ...(confirmation ? { sure: confirmation } : {}),
        again: '1',
      }),
    )
  const { failed, status, headers } =
    outcome.kind === 'unavailable' ? codeAnswer(outcome) : resendAnswer(outcome)
  return { answer: { kind: 'code', failed, typed: '' }, status, headers }
}

async function remove({ locale, channel, confirmation, context }: Asked): Promise<Acted | Response> {
  const outcome = await run(() => removeAddress(context.context, { channel, confirmation })).catch(
    whenUnavailable,
  )
  if (outcome.kind === 'unavailable') return away('')
  if (outcome.kind === 'unconfirmed') return UNCONFIRMED
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
