import { and, eq } from 'drizzle-orm'
import { disputeEvidence } from '~/db/schema/sample-order'
import { inTransaction } from '~/db/transaction.server'
import type { PhotoProblem } from '../photo/photo-problems'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { readDisputes } from './apply-disputes.server'
import { lockOrder } from './change-order.server'
import { LONGEST_EVIDENCE, MOST_EVIDENCE } from './disputes'
import { keepPicture } from './keep-picture.server'
import { requireOrder } from './order-access.server'

export type EvidenceGiven =
  | { kind: 'given' }
  | { kind: 'empty' }
  | { kind: 'too-long' }
  /** The bank has decided, or enough was given. */
  | { kind: 'closed' }
  | { kind: 'bad-picture'; problem: PhotoProblem }

/**
 * The pesantren tells the organiser what speaks against the bank's demand, in words and by a picture where it has one.
 * The organiser answers the bank with it. Nothing that was given is changed: it says more by giving more.
 * @throws AppError 'forbidden' for visitors and those who only read, 'not-found' for everybody but its pesantren, and
 *   for a dispute that isn't the order's.
 */
export async function giveEvidence(
  context: Context,
  {
    orderId,
    disputeId,
    text,
    picture,
  }: {
    orderId: string
    disputeId: string
    text: string
    picture: Buffer | null
  },
): Promise<EvidenceGiven> {
  const { db, actor, now, newId } = context
  const { viewer } = await requireOrder(db, actor, orderId, { write: true })
  if (viewer !== 'pesantren') throw new AppError('not-found')
  const said = text.trim()
  if (said === '') return { kind: 'empty' }
  if (said.length > LONGEST_EVIDENCE) return { kind: 'too-long' }
  const kept = picture ? await keepPicture(context, { prefix: 'parcels/', bytes: picture }) : null
  if (kept?.kind === 'refused') return { kind: 'bad-picture', problem: kept.problem }
  return inTransaction(db, async (tx): Promise<EvidenceGiven> => {
    await lockOrder(tx, orderId)
    const dispute = (await readDisputes(tx, orderId)).find(({ id }) => id === disputeId)
    if (!dispute) throw new AppError('not-found')
    const ofIt = and(eq(disputeEvidence.orderId, orderId), eq(disputeEvidence.disputeId, disputeId))
    const before = await tx.select().from(disputeEvidence).where(ofIt)
    // Sent twice by one tap.
    if (before.some((one) => one.text === said && one.pictureKey === (kept?.key ?? null)))
      return { kind: 'given' }
    if (dispute.state !== 'open' || before.length >= MOST_EVIDENCE) return { kind: 'closed' }
    await tx.insert(disputeEvidence).values({
      id: newId(),
      orderId,
      disputeId,
      text: said,
      pictureKey: kept?.key ?? null,
      createdAt: now,
    })
    return { kind: 'given' }
  })
}
