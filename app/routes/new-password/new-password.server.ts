import { data, redirect } from '@remix-run/node'
import { type CodeAnswer, codeAnswer, resendAnswer } from '~/app/code-failure'
import type { CodeFailure } from '~/app/components/code-form'
import { run } from '~/app/run.server'
import { whenUnavailable } from '~/app/unavailable.server'
import type { WebContext } from '~/app/web-context'
import { askCode } from '~/domain/account/ask-code.server'
import type { PasswordProblem } from '~/domain/account/password'
import { resendCode } from '~/domain/account/resend-code.server'
import { setPassword } from '~/domain/account/set-password.server'
import type { Locale } from '~/domain/shared/locale'
import type { AskEmailAnswer } from './ask-email'

interface Asked {
  form: FormData
  locale: Locale
  context: WebContext
}

export interface SetAnswer {
  step: 'set'
  failed: CodeFailure | null
  /** What is wrong with the password. */
  password: PasswordProblem | null
  /** The code as typed: it hasn't been tried yet. */
  code: string
  /** A password was typed, and isn't shown again. */
  isTypedAgain: boolean
}

const NO_STORE = { 'Cache-Control': 'no-store' }

/** Sends a code to an e-mail, and leads on. */
export async function askForCode({ form, locale, context }: Asked) {
  const email = String(form.get('email') ?? '').slice(0, 300)
  const outcome = await run(() =>
    askCode(context.context, {
      purpose: 'reset',
      channel: 'mail',
      text: email,
      locale,
      clientKey: context.clientKey,
      device: context.device,
      secret: context.codeSecret,
    }),
  ).catch(whenUnavailable)
  if (outcome.kind === 'sent') {
    const query = new URLSearchParams({ code: outcome.challenge })
    return redirect(`/${locale}/sign-in/new-password?${query}`, { status: 303, headers: NO_STORE })
  }
  const answered = (failed: AskEmailAnswer['failed'], init: { status: number; headers?: HeadersInit }) =>
    data({ step: 'ask' as const, email, failed } satisfies AskEmailAnswer, init)
  if (outcome.kind === 'too-many') {
    const { retryAfterSeconds } = outcome
    return answered(
      { kind: 'too-many', minutes: Math.ceil(retryAfterSeconds / 60) },
      { status: 429, headers: { 'Retry-After': String(retryAfterSeconds) } },
    )
  }
  if (outcome.kind === 'unavailable')
    return answered(outcome, { status: 503, headers: { 'Retry-After': '10' } })
  return answered(outcome, { status: 400 })
}

export async function sendAnew({ locale, context, challenge }: Asked & { challenge: string }) {
  const outcome = await run(() =>
    resendCode(context.context, {
      challenge,
      purpose: 'reset',
      locale,
      clientKey: context.clientKey,
      device: context.device,
      secret: context.codeSecret,
    }),
  ).catch(whenUnavailable)
  if (outcome.kind === 'sent') {
    const query = new URLSearchParams({ code: outcome.challenge, again: '1' })
    return redirect(`/${locale}/sign-in/new-password?${query}`, { status: 303, headers: NO_STORE })
  }
  return refused(outcome.kind === 'unavailable' ? codeAnswer(outcome) : resendAnswer(outcome))
}

/** Tries the code and sets the password: whoever was new goes on to join. */
export async function setNew({ form, locale, context, challenge }: Asked & { challenge: string }) {
  const code = String(form.get('code') ?? '').slice(0, 40)
  const password = String(form.get('password') ?? '').slice(0, 1_000)
  const outcome = await run(() =>
    setPassword(context.context, {
      purpose: 'reset',
      challenge,
      code,
      password,
      auth: context.auth,
      clientKey: context.clientKey,
      device: context.device,
      sessionId: context.sessionId,
      secret: context.codeSecret,
    }),
  ).catch(whenUnavailable)
  if (outcome.kind === 'signed-in') {
    const headers = new Headers(NO_STORE)
    for (const cookie of outcome.cookies) headers.append('Set-Cookie', cookie)
    return redirect(`/${locale}${outcome.isNew ? '/join' : '/sign-in'}`, { status: 303, headers })
  }
  if (outcome.kind === 'password') {
    const failed = outcome.code === 'missing' ? { kind: 'missing' as const } : null
    const answer: SetAnswer = {
      step: 'set',
      failed,
      password: outcome.problem,
      code,
      isTypedAgain: false,
    }
    return data(answer, { status: 400 })
  }
  return refused(codeAnswer(outcome), password !== '')
}

function refused({ failed, ...init }: CodeAnswer, isTypedAgain = false) {
  const answer: SetAnswer = { step: 'set', failed, password: null, code: '', isTypedAgain }
  return data(answer, init)
}
