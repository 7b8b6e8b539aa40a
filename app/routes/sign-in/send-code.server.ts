import { redirect } from '@remix-run/node'
import { run } from '~/app/run.server'
import { chosenAddress, typedAddress } from '~/app/typed-address'
import { whenUnavailable } from '~/app/unavailable.server'
import type { WebContext } from '~/app/web-context'
import { askCode } from '~/domain/account/ask-code.server'
import type { Locale } from '~/domain/shared/locale'
import type { CodeSignInAnswer } from './code-sign-in'

export interface AskedWay {
  form: FormData
  locale: Locale
  /** Where to go on to; empty: to the organisation's start. */
  next: string
  context: WebContext
}

type Failed = CodeSignInAnswer & { next: string; status: number; headers: Record<string, string> }

/** Sends a code and leads to the page where it is entered. */
export async function sendCode({ form, locale, next, context }: AskedWay): Promise<Response | Failed> {
  const typed = typedAddress(form)
  const outcome = await run(() =>
    askCode(context.context, {
      purpose: 'enter',
      ...chosenAddress(typed),
      locale,
      clientKey: context.clientKey,
      device: context.device,
      secret: context.codeSecret,
    }),
  ).catch(whenUnavailable)
  if (outcome.kind === 'sent') {
    const query = next ? `?${new URLSearchParams({ next })}` : ''
    return redirect(`/${locale}/sign-in/code/${outcome.challenge}${query}`, {
      status: 303,
      headers: { 'Cache-Control': 'no-store' },
    })
  }
  const answer = { way: 'code' as const, typed, next }
  if (outcome.kind === 'too-many') {
    const { retryAfterSeconds } = outcome
    return {
      ...answer,
      failed: { kind: 'too-many', minutes: Math.ceil(retryAfterSeconds / 60) },
      status: 429,
      headers: { 'Retry-After': String(retryAfterSeconds) },
    }
  }
  if (outcome.kind === 'unavailable')
    return { ...answer, failed: outcome, status: 503, headers: { 'Retry-After': '10' } }
  return { ...answer, failed: outcome, status: 400, headers: {} }
}
