import { redirect } from '@remix-run/node'
import { codeAnswer, resendAnswer } from '~/app/code-failure'
import type { CodeFailure } from '~/app/components/code-form'
import { pageWords } from '~/app/i18n/page-words.server'
import { run } from '~/app/run.server'
import { whenUnavailable } from '~/app/unavailable.server'
import type { WebContext } from '~/app/web-context'
import { askOwnCode } from '~/domain/account/ask-own-code.server'
import { type DeletionProof, deleteAccount } from '~/domain/account/delete-account.server'
import { resendCode } from '~/domain/account/resend-code.server'
import { signOut } from '~/domain/account/sign-out.server'
import type { Locale } from '~/domain/shared/locale'
import { choiceName, readChoices } from './choices'

export type DeletionAnswer = { choices: Record<string, string>; word: string } & (
  | { kind: 'word' }
  | { kind: 'undecided'; organisationId: string }
  | { kind: 'wrong-password' | 'no-address' | 'unavailable' }
  | { kind: 'too-many'; minutes: number }
  | { kind: 'code'; failed: CodeFailure; typed: string }
)

export interface Acted {
  answer: DeletionAnswer
  status: number
  headers?: Record<string, string>
}

interface Asked {
  request: Request
  form: FormData
  locale: Locale
  challenge: string | null
  context: WebContext
}

/** Whether the word that stands for 'yes, really' was typed, in capitals or not. */
export function isTheWord(typed: string, word: string, locale: Locale): boolean {
  return typed.trim().toLocaleUpperCase(locale) === word.toLocaleUpperCase(locale)
}

export function act(asked: Asked): Promise<Acted | Response> {
  switch (asked.form.get('intent')) {
    case 'code':
      return sendCode(asked)
    case 'resend':
      return resend(asked)
    default:
      return remove(asked)
  }
}

async function sendCode({ form, locale, context }: Asked): Promise<Acted | Response> {
  const { clientKey, device, codeSecret: secret } = context
  const typed = { choices: readChoices(form), word: '' }
  const outcome = await run(() =>
    askOwnCode(context.context, { purpose: 'delete', locale, clientKey, device, secret }),
  ).catch(whenUnavailable)
  if (outcome.kind === 'sent') return go(here(locale, outcome.challenge, typed.choices))
  if (outcome.kind === 'too-many') return waiting(outcome.retryAfterSeconds, typed)
  if (outcome.kind === 'unavailable') return away(typed)
  return { answer: { kind: outcome.kind, ...typed }, status: 409 }
}

async function resend({ form, locale, challenge, context }: Asked): Promise<Acted | Response> {
  const { clientKey, device, codeSecret: secret } = context
  const choices = readChoices(form)
  const outcome = await run(() =>
    resendCode(context.context, {
      challenge: challenge ?? '',
      purpose: 'delete',
      locale,
      clientKey,
      device,
      secret,
    }),
  ).catch(whenUnavailable)
  if (outcome.kind === 'sent') return go(`${here(locale, outcome.challenge, choices)}&again=1`)
  const { failed, status, headers } =
    outcome.kind === 'unavailable' ? codeAnswer(outcome) : resendAnswer(outcome)
  return { answer: { kind: 'code', failed, typed: '', choices, word: '' }, status, headers }
}

async function remove({ request, form, locale, challenge, context }: Asked): Promise<Acted | Response> {
  const { auth, clientKey, device, codeSecret: secret } = context
  const typed = { choices: readChoices(form), word: String(form.get('word') ?? '').slice(0, 40) }
  const code = String(form.get('code') ?? '').slice(0, 40)
  const { theWord } = pageWords('me', locale).remove
  if (!isTheWord(typed.word, theWord, locale)) return { answer: { kind: 'word', ...typed }, status: 400 }
  const proof: DeletionProof =
    form.get('intent') === 'prove'
      ? { kind: 'code', challenge: challenge ?? '', code, clientKey, device, secret }
      : { kind: 'password', password: String(form.get('password') ?? '').slice(0, 500), auth }
  const outcome = await run(() => deleteAccount(context.context, { proof, choices: typed.choices })).catch(
    whenUnavailable,
  )
  switch (outcome.kind) {
    case 'deleted': {
      const headers = new Headers({ 'Cache-Control': 'no-store' })
      // Its session is gone with it; what is left is the cookie.
      const cookie = request.headers.get('cookie') ?? ''
      for (const gone of await run(() => signOut(context.context, { auth, cookie })))
        headers.append('Set-Cookie', gone)
      return redirect(`/${locale}/account/delete?gone`, { status: 303, headers })
    }
    case 'undecided':
    case 'stuck':
      return {
        answer: { kind: 'undecided', organisationId: outcome.organisationId, ...typed },
        status: 409,
      }
    case 'wrong-password':
      return { answer: { kind: 'wrong-password', ...typed }, status: 400 }
    case 'unavailable':
      return proof.kind === 'code' ? codeFailed({ kind: 'unavailable' }, code, typed) : away(typed)
    case 'too-many':
      return proof.kind === 'code'
        ? codeFailed(outcome, '', typed)
        : waiting(outcome.retryAfterSeconds, typed)
    case 'missing-code':
      return codeFailed({ kind: 'missing' }, code, typed)
    default:
      return codeFailed(outcome, '', typed)
  }
}

type Typed = Pick<DeletionAnswer, 'choices' | 'word'>

function codeFailed(outcome: Parameters<typeof codeAnswer>[0], code: string, typed: Typed): Acted {
  const { failed, status, headers } = codeAnswer(outcome)
  return { answer: { kind: 'code', failed, typed: code, ...typed }, status, headers }
}

const waiting = (seconds: number, typed: Typed): Acted => ({
  answer: { kind: 'too-many', minutes: Math.ceil(seconds / 60), ...typed },
  status: 429,
  headers: { 'Retry-After': String(seconds) },
})

const away = (typed: Typed): Acted => ({
  answer: { kind: 'unavailable', ...typed },
  status: 503,
  headers: { 'Retry-After': '10' },
})

/** The page with a code on its way, and with what was chosen. */
function here(locale: Locale, challenge: string, choices: Record<string, string>): string {
  const query = new URLSearchParams({ code: challenge })
  for (const [id, choice] of Object.entries(choices)) query.set(choiceName(id), choice)
  return `/${locale}/account/delete?${query}`
}

const go = (path: string) => redirect(path, { status: 303, headers: { 'Cache-Control': 'no-store' } })
