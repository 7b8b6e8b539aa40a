import { redirect } from '@remix-run/node'
import { run } from '~/app/run.server'
import { whenUnavailable } from '~/app/unavailable.server'
import { signInProblems, signInSchema } from '~/domain/account/sign-in.schema'
import { signIn } from '~/domain/account/sign-in.server'
import type { PasswordAnswer } from './password-sign-in'
import type { AskedWay } from './send-code.server'

type Failed = PasswordAnswer & { next: string; status: number; headers: Record<string, string> }

export async function signInByPassword({
  form,
  locale,
  next,
  context,
}: AskedWay): Promise<Response | Failed> {
  const typed = { email: String(form.get('email') ?? '').slice(0, 300), password: form.get('password') }
  // The password never goes back to the page.
  const answer = { way: 'password' as const, email: typed.email, next }
  const parsed = signInSchema.safeParse(typed)
  if (!parsed.success) {
    const problems = signInProblems(parsed.error)
    return { ...answer, failed: { kind: 'fields', problems }, status: 400, headers: {} }
  }
  const outcome = await run(() =>
    signIn(context.context, {
      auth: context.auth,
      fields: parsed.data,
      clientKey: context.clientKey,
      device: context.device,
      sessionId: context.sessionId,
    }),
  ).catch(whenUnavailable)
  if (outcome.kind === 'signed-in') {
    const headers = new Headers({ 'Cache-Control': 'no-store' })
    for (const cookie of outcome.cookies) headers.append('Set-Cookie', cookie)
    // Without a page to go on to, this one leads to where the organisation's day begins.
    return redirect(next || `/${locale}/sign-in`, { status: 303, headers })
  }
  if (outcome.kind === 'too-many') {
    const { retryAfterSeconds } = outcome
    return {
      ...answer,
      failed: { kind: 'too-many', minutes: Math.ceil(retryAfterSeconds / 60) },
      status: 429,
      headers: { 'Retry-After': String(retryAfterSeconds) },
    }
  }
  const isWrong = outcome.kind === 'wrong'
  return {
    ...answer,
    failed: outcome,
    status: isWrong ? 400 : 503,
    headers: isWrong ? {} : { 'Retry-After': '10' },
  }
}
