import { inTransaction } from '~/db/transaction.server'
import { requireOrganiser } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { BoothState } from '../shared/enums'
import { tellOwners } from '../shared/tell-owners.server'
import { appendBoothEvent, lockBooth, setBoothState } from './booth-event.server'
import { type PlacedBooth, placeBooth } from './place-booth.server'

export type BoothDecision = { kind: 'publish' } | { kind: 'ask-back'; question: string }

export interface DecideBoothInput {
  organisationId: string
  /** The last event that the page showed. */
  seen: number
  decision: BoothDecision
}

export type DecideBoothOutcome =
  | { kind: 'done'; booth: PlacedBooth | null }
  /** It was taken back or decided since the page was shown; nothing was written. */
  | { kind: 'changed'; state: BoothState }

/**
 * The organiser's word about a booth's first publication, with its message to the owners. A published booth gets its
 * place in the hall, and whatever is changed later is seen at once.
 * @throws AppError 'forbidden' for everybody but the organiser; 'not-found' for sample beside real.
 */
export async function decideBooth(
  context: Context,
  { organisationId, seen, decision }: DecideBoothInput,
): Promise<DecideBoothOutcome> {
  const { personId, isSample } = requireOrganiser(context.actor)
  return inTransaction(context.db, async (tx) => {
    const booth = await lockBooth(tx, organisationId)
    if (booth.isSample !== isSample) throw new AppError('not-found')
    const { boothState, verification, name } = booth
    if (booth.seen !== seen || boothState !== 'handed-in' || verification !== 'verified') {
      return { kind: 'changed', state: boothState }
    }
    if (decision.kind === 'ask-back') {
      const { question } = decision
      await setBoothState(tx, context, organisationId, 'asked-back')
      const eventId = await appendBoothEvent(tx, context, {
        organisationId,
        kind: 'asked-back',
        personId,
        text: question,
      })
      await tellOwners(tx, context, {
        template: 'booth-asked-back',
        variables: { organisation: name, question },
        organisation: booth,
        eventId,
      })
      return { kind: 'done', booth: null }
    }
    await setBoothState(tx, context, organisationId, 'published')
    const eventId = await appendBoothEvent(tx, context, { organisationId, kind: 'published', personId })
    await tellOwners(tx, context, {
      template: 'booth-published',
      variables: { organisation: name, slug: booth.slug },
      organisation: booth,
      eventId,
    })
    return { kind: 'done', booth: await placeBooth(tx, context, organisationId) }
  })
}
