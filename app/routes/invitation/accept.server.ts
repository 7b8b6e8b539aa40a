import { redirect } from '@remix-run/node'
import { codeAnswer, resendAnswer } from '~/app/code-failure'
import type { CodeFailure } from '~/app/components/code-form'
import { pageWords } from '~/app/i18n/page-words.server'
import { run } from '~/app/run.server'
import { whenUnavailable } from '~/app/unavailable.server'
import type { WebContext } from '~/app/web-context'
import { acceptInvitation } from '~/domain/account/accept-invitation.server'
import { askInvitationCode } from '~/domain/account/ask-invitation-code.server'
import { PRIVACY_TEXT_VERSION } from '~/domain/account/consent-version'
import { type ReceiverProblem, receiverSchema } from '~/domain/account/invitation.schema'
import { resendCode } from '~/domain/account/resend-code.server'
import { signOut } from '~/domain/account/sign-out.server'
import { CONSENT_KINDS, type ConsentKind } from '~/domain/shared/account-enums'
import type { Locale } from '~/domain/shared/locale'

/** What the page shows after a form that led nowhere yet. */
export interface InvitationAnswer {
  agreed: readonly ConsentKind[]
  name: string
  problems: { consent?: boolean; name?: ReceiverProblem }
  /** Of the code's form. */
  failed: CodeFailure | null
  /** Of the asking for one: minutes to wait, or that the data is away. */
  notSent: { minutes: number } | 'unavailable' | null
}

export interface Answered {
  answer: InvitationAnswer | null
  status: number
  headers: Record<string, string>
}

interface Asked {
  request: Request
  form: FormData
  token: string
  /** Of the address: the code that is on its way. */
  challenge: string | null
  locale: Locale
  context: WebContext
}

/** One form of the invitation's page. `answer: null`: the link is worth nothing now, and the page says why. */
export async function answerInvitation(asked: Asked): Promise<Response | Answered> {
  const { request, form, token, challenge, locale, context } = asked
  const intent = String(form.get('intent') ?? '')
  const page = `/${locale}/invitations/${token}`
  if (intent === 'ask') return ask(asked, page)
  if (intent === 'switch') {
    const cookies = await run(() =>
      signOut(context.context, { auth: context.auth, cookie: request.headers.get('cookie') ?? '' }),
    )
    return leadTo(page, cookies)
  }
  if (intent === 'resend') {
    const outcome = await run(() =>
      resendCode(context.context, {
        challenge: challenge ?? '',
        purpose: 'invitation',
        locale,
        clientKey: context.clientKey,
        device: context.device,
        secret: context.codeSecret,
      }),
    ).catch(whenUnavailable)
    if (outcome.kind === 'sent') return leadTo(`${page}?code=${outcome.challenge}&again`)
    const { failed, ...rest } = outcome.kind === 'unavailable' ? codeAnswer(outcome) : resendAnswer(outcome)
    return { ...rest, answer: { ...nothing(form), failed } }
  }
  if (intent !== 'prove' && intent !== 'accept') throw Response.json({ code: 'bad-request' }, { status: 400 })
  return accept(asked, page)
}

async function ask({ form, token, locale, context }: Asked, page: string): Promise<Response | Answered> {
  const answer = nothing(form)
  const outcome = await run(() =>
    askInvitationCode(context.context, {
      token,
      consents: consentsOf(form, locale),
      locale,
      clientKey: context.clientKey,
      device: context.device,
      secret: context.codeSecret,
    }),
  ).catch(whenUnavailable)
  if (outcome.kind === 'sent') return leadTo(`${page}?code=${outcome.challenge}`)
  if (outcome.kind === 'gone') return GONE
  if (outcome.kind === 'consent-missing')
    return { answer: { ...answer, problems: { consent: true } }, status: 400, headers: {} }
  if (outcome.kind === 'unavailable')
    return { answer: { ...answer, notSent: outcome.kind }, status: 503, headers: { 'Retry-After': '10' } }
  const { retryAfterSeconds } = outcome
  return {
    answer: { ...answer, notSent: { minutes: Math.ceil(retryAfterSeconds / 60) } },
    status: 429,
    headers: { 'Retry-After': String(retryAfterSeconds) },
  }
}

async function accept(
  { form, token, challenge, locale, context }: Asked,
  page: string,
): Promise<Response | Answered> {
  const answer = nothing(form)
  const isByCode = form.get('intent') === 'prove'
  const name = form.has('name') ? receiverSchema.safeParse({ name: form.get('name') }) : null
  if (name && !name.success) {
    const problem = name.error.issues[0]?.message as ReceiverProblem | undefined
    const problems = { name: problem ?? 'name-missing' }
    return { answer: { ...answer, problems }, status: 400, headers: {} }
  }
  const outcome = await run(() =>
    acceptInvitation(context.context, {
      token,
      code: isByCode
        ? {
            challenge: challenge ?? '',
            typed: String(form.get('code') ?? '').slice(0, 100),
            secret: context.codeSecret,
          }
        : null,
      name: name?.data.name ?? null,
      consents: consentsOf(form, locale),
      locale,
      auth: context.auth,
      clientKey: context.clientKey,
      device: context.device,
      sessionId: context.sessionId,
    }),
  ).catch((refusal: unknown) => {
    if (isByCode) return whenUnavailable(refusal)
    throw refusal
  })
  if (outcome.kind === 'accepted') return leadTo(`/${locale}/team?done=joined`, outcome.cookies)
  if (outcome.kind === 'proven') return leadTo(page, outcome.cookies)
  if (outcome.kind === 'gone') return GONE
  // The page itself says for whom it is.
  if (outcome.kind === 'not-receiver') return { answer: null, status: 403, headers: {} }
  if (outcome.kind === 'name-missing' || outcome.kind === 'consent-missing') {
    const problems = outcome.kind === 'name-missing' ? { name: outcome.kind } : { consent: true }
    return { answer: { ...answer, problems }, status: 400, headers: {} }
  }
  const { failed, ...rest } = codeAnswer(outcome.kind === 'code' ? outcome.failure : outcome)
  return { ...rest, answer: { ...answer, failed } }
}

const GONE: Answered = { answer: null, status: 410, headers: {} }

const nothing = (form: FormData): InvitationAnswer => ({
  agreed: agreedOf(form),
  name: String(form.get('name') ?? '').slice(0, 300),
  problems: {},
  failed: null,
  notSent: null,
})

function agreedOf(form: FormData): ConsentKind[] {
  const ticked = form.getAll('agree')
  return CONSENT_KINDS.filter((kind) => ticked.includes(kind))
}

function consentsOf(form: FormData, locale: Locale) {
  const texts = pageWords('privacy', locale).consents
  return agreedOf(form).map((kind) => ({ kind, textVersion: PRIVACY_TEXT_VERSION, text: texts[kind] }))
}

function leadTo(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return redirect(path, { status: 303, headers })
}
