import { eq } from 'drizzle-orm'
import { appendOutbox } from '~/db/outbox.server'
import { organisation } from '~/db/schema/organisation'
import { inTransaction, type Transaction } from '~/db/transaction.server'
import type { Verification } from '../shared/account-enums'
import { requireOrganiser } from '../shared/acting'
import type { Context } from '../shared/context'
import { endOpenMeetings, partiesOfOpenMeetings } from '../shared/end-meetings.server'
import { isId } from '../shared/ids'
import { ensureSeats, lockSeats } from '../shared/lock-seats.server'
import { tellOwners } from '../shared/tell-owners.server'
import { appendVerificationEvent, lockApplicant } from './append-verification-event.server'
import { decisionsFor } from './applicant-view'
import { type PlacedBooth, placeBooth } from './place-booth.server'

export type Decision =
  | { kind: 'approve' }
  | { kind: 'ask-back'; question: string }
  | { kind: 'reject'; reason: string }

export interface DecideInput {
  organisationId: string
  /** The last event that the page showed, 0 for none. */
  seen: number
  decision: Decision
}

export type DecideOutcome =
  /** `booth`: of a pesantren that was let in. */
  | { kind: 'done'; booth: PlacedBooth | null }
  /** Something was said or done since the page was shown; nothing was written. */
  | { kind: 'changed'; verification: Verification }

/** How often the plan is made anew when others' meetings change under it. */
const PLANS = 8

/** Others have made a meeting with the applicant: their seats have to be locked, too. */
class PlanChanged extends Error {}

/**
 * The organiser's word about an applicant, with its message to the owners. A pesantren that is let in makes its
 * booth, and gets its place where that is published already; of who is turned away the open requests end, and the other sides are told. Of two
 * organisers the second is told.
 * @throws AppError 'forbidden' for everybody but the organiser; 'not-found' for sample beside real.
 */
export async function decideApplicant(context: Context, input: DecideInput): Promise<DecideOutcome> {
  requireOrganiser(context.actor)
  for (let plan = 1; ; plan++) {
    // What lies ahead of somebody who is turned away is called off: everybody's seats are locked before the row.
    const locks =
      input.decision.kind === 'reject' && isId(input.organisationId)
        ? await seatsToLock(context, input.organisationId)
        : []
    // What has none has no lock either, and a booking at the same moment would find nothing to wait for.
    if (locks.length > 0) await ensureSeats(context, locks)
    try {
      return await inTransaction(context.db, (tx) => decide(tx, context, { ...input, locks }))
    } catch (error) {
      if (!(error instanceof PlanChanged) || plan === PLANS) throw error
    }
  }
}

async function seatsToLock({ db, now }: Context, organisationId: string): Promise<string[]> {
  const known = await db.$count(organisation, eq(organisation.id, organisationId))
  return known === 0 ? [] : partiesOfOpenMeetings(db, [organisationId], now)
}

async function decide(
  tx: Transaction,
  context: Context,
  { organisationId, seen, decision, locks }: DecideInput & { locks: readonly string[] },
): Promise<DecideOutcome> {
  const { personId, isSample } = requireOrganiser(context.actor)
  if (locks.length > 0) await lockSeats(tx, locks)
  const applicant = await lockApplicant(tx, organisationId, isSample)
  const { verification, name, kind } = applicant
  if (applicant.seen !== seen || !decisionsFor(verification).includes(decision.kind)) {
    return { kind: 'changed', verification }
  }
  const { now } = context
  const say = (event: 'approved' | 'asked-back' | 'rejected', text: string | null) =>
    appendVerificationEvent(tx, context, { organisationId, kind: event, personId, text })
  const becomes = (state: Verification) =>
    tx
      .update(organisation)
      .set({ verification: state, verificationAt: now, updatedAt: now })
      .where(eq(organisation.id, organisationId))

  switch (decision.kind) {
    case 'approve': {
      await becomes('verified')
      const eventId = await say('approved', null)
      await tellOwners(tx, context, {
        template: 'verification-approved',
        variables: { organisation: name },
        organisation: applicant,
        eventId,
      })
      return {
        kind: 'done',
        // A booth that no visitor has seen yet is placed when it is published.
        booth:
          kind === 'pesantren' && applicant.boothState === 'published'
            ? await placeBooth(tx, context, organisationId)
            : null,
      }
    }
    case 'ask-back': {
      await becomes('asked-back')
      const { question } = decision
      const eventId = await say('asked-back', question)
      await tellOwners(tx, context, {
        template: 'verification-asked-back',
        variables: { organisation: name, question },
        organisation: applicant,
        eventId,
      })
      return { kind: 'done', booth: null }
    }
    case 'reject': {
      await becomes('rejected')
      const { reason } = decision
      const parties = await partiesOfOpenMeetings(tx, [organisationId], now)
      if (parties.some((id) => !locks.includes(id))) throw new PlanChanged()
      await endOpenMeetings(tx, context, { organisationId, personId, reason: 'left' })
      const eventId = await say('rejected', reason)
      await tellOwners(tx, context, {
        template: 'verification-rejected',
        variables: { organisation: name, reason },
        organisation: applicant,
        eventId,
      })
      await appendOutbox(tx, context, { topic: 'booth.changed', payload: { organisationId } })
      return { kind: 'done', booth: null }
    }
  }
}
