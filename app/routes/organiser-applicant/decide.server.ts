import { run } from '~/app/run.server'
import { decideApplicant } from '~/domain/organisation/decide-applicant.server'
import { decideClaim } from '~/domain/organisation/decide-claim.server'
import { giveBooth } from '~/domain/organisation/give-booth.server'
import type { PlacedBooth } from '~/domain/organisation/place-booth.server'
import type { TextProblem } from '~/domain/organisation/said-text'
import { parseSaid } from '~/domain/organisation/verification.schema'
import type { Context } from '~/domain/shared/context'

export const INTENTS = [
  'approve',
  'ask-back',
  'reject',
  'claim-approve',
  'claim-reject',
  'give-booth',
] as const
export type Intent = (typeof INTENTS)[number]
export type DoneWord = 'approve' | 'ask-back' | 'reject' | 'claim' | 'booth'

export interface Undecided {
  intent: Intent
  claim: string
  /** What was typed. */
  text: string
  problem: TextProblem | null
  isUnconfirmed: boolean
  /** Somebody was quicker. */
  isChanged: boolean
}

export type Answered =
  | { done: DoneWord; booth: PlacedBooth | null }
  | { undecided: Undecided; status: 400 | 409 }

/**
 * What the organiser has tapped: `intent`, `seen`, and by intent `text`, `confirm` and `claim`. A form that no page
 * of ours has sent is a response with status 400.
 */
export async function decide(context: Context, organisationId: string, form: FormData): Promise<Answered> {
  const field = (name: string) => String(form.get(name) ?? '')
  const intent = INTENTS.find((known) => known === field('intent'))
  const seen = Number(field('seen'))
  if (!intent || !Number.isSafeInteger(seen)) {
    throw Response.json({ code: 'bad-request' }, { status: 400, headers: { 'Cache-Control': 'no-store' } })
  }
  const claim = field('claim')
  const undecided: Undecided = {
    intent,
    claim,
    text: field('text').slice(0, 2000),
    problem: null,
    isUnconfirmed: false,
    isChanged: false,
  }
  const needsText = intent === 'ask-back' || intent === 'reject' || intent === 'claim-reject'
  const said = needsText ? parseSaid(field('text')) : { text: '' }
  const isUnconfirmed = intent === 'reject' && field('confirm') !== 'yes'
  if ('problem' in said || isUnconfirmed) {
    const problem = 'problem' in said ? said.problem : null
    return { undecided: { ...undecided, problem, isUnconfirmed }, status: 400 }
  }
  const { text } = said
  const changed: Answered = { undecided: { ...undecided, isChanged: true }, status: 409 }
  switch (intent) {
    case 'give-booth': {
      const booth = await run(() => giveBooth(context, { organisationId }))
      return booth.kind === 'changed' ? changed : { done: 'booth', booth }
    }
    case 'claim-approve':
    case 'claim-reject': {
      const decision =
        intent === 'claim-approve' ? { kind: 'approve' as const } : { kind: 'reject' as const, reason: text }
      const outcome = await run(() => decideClaim(context, { organisationId, claimId: claim, decision }))
      if (outcome.kind === 'shared') throw Response.json({ code: 'conflict' }, { status: 409 })
      return outcome.kind === 'changed' ? changed : { done: 'claim', booth: null }
    }
    default: {
      const decision =
        intent === 'approve'
          ? { kind: intent }
          : intent === 'ask-back'
            ? { kind: intent, question: text }
            : { kind: intent, reason: text }
      const outcome = await run(() => decideApplicant(context, { organisationId, seen, decision }))
      return outcome.kind === 'changed' ? changed : { done: intent, booth: outcome.booth }
    }
  }
}
