import { redirect } from '@remix-run/node'
import type { PageWords } from '~/app/i18n/page-words.server'
import { run } from '~/app/run.server'
import { chosenAddress, type TypedAddress, typedAddress } from '~/app/typed-address'
import type { WebContext } from '~/app/web-context'
import { parseAddress } from '~/domain/account/address'
import { changeRole } from '~/domain/account/change-role.server'
import { inviteSchema } from '~/domain/account/invitation.schema'
import { type InviteMemberOutcome, inviteMember } from '~/domain/account/invite-member.server'
import { leaveOrganisation } from '~/domain/account/leave-organisation.server'
import { removeMember } from '~/domain/account/remove-member.server'
import { resendInvitation } from '~/domain/account/resend-invitation.server'
import { revokeInvitation } from '~/domain/account/revoke-invitation.server'
import { actingMembership } from '~/domain/shared/acting'
import type { Locale } from '~/domain/shared/locale'

type Problem = Exclude<keyof PageWords['team']['invite']['problems'], 'role-missing'>

/** What the page says when something wasn't done. */
export type TeamAnswer =
  | {
      kind: 'invite'
      values: { typed: TypedAddress; role: string; language: string }
      problems: { address?: Problem; memberName?: string; role?: boolean }
      /** Null: the limit isn't reached. */
      hours: number | null
    }
  | { kind: 'last-owner' | 'last-member' | 'accepted' | 'over' | 'shared' }
  | { kind: 'too-many'; hours: number }

export interface Answered {
  answer: TeamAnswer
  status: 400 | 409 | 429
  retryAfterSeconds?: number
}

interface Asked {
  form: FormData
  locale: Locale
  context: WebContext
}

const hoursOf = (seconds: number) => Math.ceil(seconds / 3600)

/** One change of the team: leads back to it, or says why it wasn't made. */
export async function act(asked: Asked): Promise<Response | Answered> {
  const { form, locale, context } = asked
  const said = (name: string) => String(form.get(name) ?? '')
  const back = (done: Record<string, string>) =>
    redirect(`/${locale}/team?${new URLSearchParams(done)}`, { status: 303 })
  const last = (): Answered => ({
    answer: {
      kind:
        actingMembership(context.context.actor)?.organisationKind === 'organiser'
          ? 'last-member'
          : 'last-owner',
    },
    status: 409,
  })
  const shared = (): Answered => ({ answer: { kind: 'shared' }, status: 409 })
  switch (said('intent')) {
    case 'invite':
      return invite(asked)
    case 'resend': {
      const invitationId = said('id')
      const { clientKey } = context
      const outcome = await run(() => resendInvitation(context.context, { invitationId, clientKey }))
      if (outcome.kind === 'shared') return shared()
      if (outcome.kind === 'over') return { answer: { kind: 'over' }, status: 409 }
      if (outcome.kind === 'sent') return back({ done: 'invited', id: invitationId })
      const { retryAfterSeconds } = outcome
      return {
        answer: { kind: 'too-many', hours: hoursOf(retryAfterSeconds) },
        status: 429,
        retryAfterSeconds,
      }
    }
    case 'revoke': {
      const outcome = await run(() => revokeInvitation(context.context, { invitationId: said('id') }))
      if (outcome.kind === 'shared') return shared()
      if (outcome.kind === 'accepted') return { answer: { kind: 'accepted' }, status: 409 }
      return back({ done: 'revoked', id: said('id') })
    }
    case 'role': {
      const role = inviteSchema.shape.role.safeParse(form.get('role'))
      if (!role.success) throw Response.json({ code: 'bad-request' }, { status: 400 })
      const personId = said('id')
      const outcome = await run(() => changeRole(context.context, { personId, role: role.data }))
      if (outcome.kind === 'shared') return shared()
      return outcome.kind === 'changed' ? back({ done: 'role', id: personId }) : last()
    }
    case 'remove': {
      const personId = said('id')
      const outcome = await run(() => removeMember(context.context, { personId }))
      if (outcome.kind === 'shared') return shared()
      return outcome.kind === 'removed' ? back({ done: 'removed', id: personId }) : last()
    }
    case 'leave': {
      const outcome = await run(() => leaveOrganisation(context.context))
      if (outcome.kind === 'shared') return shared()
      return outcome.kind === 'left' ? redirect(`/${locale}/team`, { status: 303 }) : last()
    }
    default:
      throw Response.json({ code: 'bad-request' }, { status: 400 })
  }
}

async function invite({ form, locale, context }: Asked): Promise<Response | Answered> {
  const typed = typedAddress(form)
  const values = {
    typed,
    role: String(form.get('role') ?? ''),
    language: String(form.get('language') ?? locale),
  }
  const refuse = (
    problems: Extract<TeamAnswer, { kind: 'invite' }>['problems'],
    status: 400 | 409 = 400,
  ): Answered => ({ answer: { kind: 'invite', values, problems, hours: null }, status })
  const parsed = inviteSchema.safeParse(values)
  const address = parseAddress(chosenAddress(typed))
  if (!parsed.success || 'problem' in address) {
    const lacksRole = parsed.error?.issues.some(({ path }) => path[0] === 'role') ?? false
    return refuse({ ...('problem' in address ? { address: address.problem } : {}), role: lacksRole })
  }
  const { role, language } = parsed.data
  const outcome: InviteMemberOutcome = await run(() =>
    inviteMember(context.context, {
      ...address,
      role,
      locale: language,
      clientKey: context.clientKey,
    }),
  )
  if (outcome.kind === 'invited') {
    const done = new URLSearchParams({ done: 'invited', id: outcome.invitationId })
    return redirect(`/${locale}/team?${done}`, { status: 303 })
  }
  if (outcome.kind === 'shared') return { answer: { kind: 'shared' }, status: 409 }
  if (outcome.kind === 'too-many') {
    const { retryAfterSeconds } = outcome
    return {
      answer: { kind: 'invite', values, problems: {}, hours: hoursOf(retryAfterSeconds) },
      status: 429,
      retryAfterSeconds,
    }
  }
  if (outcome.kind === 'already-member')
    return refuse({ address: outcome.kind, memberName: outcome.name }, 409)
  return refuse({ address: outcome.kind }, outcome.kind === 'already-invited' ? 409 : 400)
}
