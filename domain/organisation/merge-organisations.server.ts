import { inArray, sql } from 'drizzle-orm'
import { appendOutbox } from '~/db/outbox.server'
import { membership } from '~/db/schema/membership'
import { organisation } from '~/db/schema/organisation'
import { inTransaction } from '~/db/transaction.server'
import { requireOrganiser } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import { ensureSeats, lockSeats } from '../shared/lock-seats.server'
import { tellOwners } from '../shared/tell-owners.server'
import { appendVerificationEvent } from './append-verification-event.server'
import { type MergeObstacle, mergeObstacles } from './merge-obstacles.server'
import { mergeRows } from './merge-rows.server'

export type MergeOutcome =
  | { kind: 'merged'; keptId: string }
  /** Nothing was written. */
  | { kind: 'refused'; obstacles: MergeObstacle[] }
  /** One of the two is closed, or has been merged already. */
  | { kind: 'changed' }

/**
 * Two organisations become one: all that is the one's becomes the other's, the one is closed and its address leads
 * to the other. It can't be undone. Seats are locked first, as meetings do; then both rows, in the order of ids.
 * @throws AppError 'forbidden' for everybody but the organiser; 'not-found' for two kinds, sample beside real, and
 *   what isn't there.
 */
export async function mergeOrganisations(
  context: Context,
  { keptId, goneId }: { keptId: string; goneId: string },
): Promise<MergeOutcome> {
  const { personId, isSample } = requireOrganiser(context.actor)
  const { db, now } = context
  if (!isId(keptId) || !isId(goneId) || keptId === goneId) throw new AppError('not-found')
  if ((await db.$count(organisation, inArray(organisation.id, [keptId, goneId]))) < 2)
    throw new AppError('not-found')
  await ensureSeats(context, [keptId, goneId])
  return inTransaction(db, async (tx) => {
    await lockSeats(tx, [keptId, goneId])
    const rows = await tx
      .select({
        id: organisation.id,
        kind: organisation.kind,
        name: organisation.name,
        verification: organisation.verification,
        isSample: organisation.isSample,
      })
      .from(organisation)
      .where(inArray(organisation.id, [keptId, goneId]))
      .orderBy(organisation.id)
      .for('no key update')
    const kept = rows.find(({ id }) => id === keptId)
    const gone = rows.find(({ id }) => id === goneId)
    if (!kept || !gone || kept.kind !== gone.kind || kept.kind === 'organiser')
      throw new AppError('not-found')
    if (kept.isSample !== isSample || gone.isSample !== isSample) throw new AppError('not-found')
    if (kept.verification === 'closed' || gone.verification === 'closed') return { kind: 'changed' }
    const { obstacles, plan } = await mergeObstacles(tx, { kept, gone }, now)
    if (obstacles.length > 0) return { kind: 'refused', obstacles }

    const owners = await tx
      .select({ personId: membership.personId })
      .from(membership)
      .where(sql`${membership.organisationId} = ${goneId} and ${membership.role} = 'owner'`)
    await mergeRows(tx, { kept: keptId, gone: goneId, plan, now })
    await appendVerificationEvent(tx, context, {
      organisationId: goneId,
      kind: 'merged',
      personId,
      text: kept.name,
    })
    const eventId = await appendVerificationEvent(tx, context, {
      organisationId: keptId,
      kind: 'merged',
      personId,
      text: gone.name,
    })
    await tellOwners(tx, context, {
      template: 'organisations-merged',
      variables: { organisation: kept.name, other: gone.name },
      organisation: kept,
      eventId,
    })
    // Somebody who waited is let in by this.
    if (gone.verification !== 'verified' && kept.verification === 'verified') {
      for (const owner of owners) {
        await tellOwners(tx, context, {
          template: 'verification-approved',
          variables: { organisation: kept.name },
          organisation: kept,
          eventId,
          personId: owner.personId,
        })
      }
    }
    for (const organisationId of [goneId, keptId]) {
      await appendOutbox(tx, context, { topic: 'booth.changed', payload: { organisationId } })
    }
    return { kind: 'merged', keptId }
  })
}
