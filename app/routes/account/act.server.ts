import { redirect } from '@remix-run/node'
import { pageWords } from '~/app/i18n/page-words.server'
import { run } from '~/app/run.server'
import { whenUnavailable } from '~/app/unavailable.server'
import type { WebContext } from '~/app/web-context'
import { changePassword } from '~/domain/account/change-password.server'
import { editProfile } from '~/domain/account/edit-profile.server'
import { endSessions } from '~/domain/account/end-sessions.server'
import type { PasswordProblem } from '~/domain/account/password'
import {
  type Profile,
  type ProfileProblem,
  profileProblems,
  profileSchema,
} from '~/domain/account/profile.schema'
import { setWhatsappConsent } from '~/domain/account/set-whatsapp-consent.server'
import type { Locale } from '~/domain/shared/locale'

/** What a form of the page has come to where it wasn't done; a password never goes back to the page. */
export type AccountAnswer =
  | {
      kind: 'profile'
      values: Record<keyof Profile, string>
      problems: Partial<Record<keyof Profile, ProfileProblem>>
    }
  | { kind: 'password'; problem: PasswordProblem | 'wrong' }
  | { kind: 'too-many'; minutes: number }
  | { kind: 'unavailable'; values: Record<keyof Profile, string> | null }

export interface Acted {
  answer: AccountAnswer
  status: number
  retryAfterSeconds?: number
}

interface Asked {
  form: FormData
  locale: Locale
  context: WebContext
}

/** Does what a form of the account page asks. @throws a response for what isn't there or isn't allowed. */
export async function act(asked: Asked): Promise<Acted | Response> {
  const { form, context, locale } = asked
  const { sessionId } = context
  switch (form.get('intent')) {
    case 'profile':
      return saveProfile(asked)
    case 'password':
      return savePassword(asked)
    case 'whatsapp-on':
    case 'whatsapp-off': {
      const isOn = form.get('intent') === 'whatsapp-on'
      const text = pageWords('privacy', locale).consents.whatsapp
      return simply(asked, isOn ? 'on' : 'off', () =>
        setWhatsappConsent(context.context, { isOn, text, locale }),
      )
    }
    case 'end-session':
      return simply(asked, 'sessions', () =>
        endSessions(context.context, { which: String(form.get('session') ?? ''), sessionId }),
      )
    default:
      throw Response.json({ code: 'bad-request' }, { status: 400, headers: { 'Cache-Control': 'no-store' } })
  }
}

async function saveProfile({ form, locale, context }: Asked): Promise<Acted | Response> {
  const typed = (name: keyof Profile) => String(form.get(name) ?? '').slice(0, 200)
  const values = {
    name: typed('name'),
    locale: typed('locale'),
    timeZone: typed('timeZone'),
    preferredChannel: typed('preferredChannel'),
  }
  const parsed = profileSchema.safeParse(values)
  if (!parsed.success)
    return { answer: { kind: 'profile', values, problems: profileProblems(parsed.error) }, status: 400 }
  const outcome = await run(() => editProfile(context.context, parsed.data)).catch(whenUnavailable)
  return outcome ? unavailable(values) : done(locale, 'profile')
}

async function savePassword({ form, locale, context }: Asked): Promise<Acted | Response> {
  const { auth, sessionId } = context
  const typed = (name: string) => String(form.get(name) ?? '').slice(0, 500)
  const outcome = await run(() =>
    changePassword(context.context, { auth, present: typed('present'), next: typed('next'), sessionId }),
  ).catch(whenUnavailable)
  switch (outcome.kind) {
    case 'changed':
      return done(locale, 'password')
    case 'wrong':
      return { answer: { kind: 'password', problem: 'wrong' }, status: 400 }
    case 'problem':
      return { answer: { kind: 'password', problem: outcome.problem }, status: 400 }
    case 'too-many': {
      const { retryAfterSeconds } = outcome
      const minutes = Math.ceil(retryAfterSeconds / 60)
      return { answer: { kind: 'too-many', minutes }, status: 429, retryAfterSeconds }
    }
    case 'unavailable':
      return unavailable(null)
  }
}

async function simply(
  { locale }: Asked,
  what: string,
  work: () => Promise<unknown>,
): Promise<Acted | Response> {
  const outcome = await run(async () => {
    await work()
    return null
  }).catch(whenUnavailable)
  return outcome ? unavailable(null) : done(locale, what)
}

const unavailable = (values: Record<keyof Profile, string> | null): Acted => ({
  answer: { kind: 'unavailable', values },
  status: 503,
  retryAfterSeconds: 10,
})

const done = (locale: Locale, what: string) =>
  redirect(`/${locale}/account?done=${what}`, { status: 303, headers: { 'Cache-Control': 'no-store' } })
