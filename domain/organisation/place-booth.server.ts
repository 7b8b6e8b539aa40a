import { and, eq, sql } from 'drizzle-orm'
import { appendOutbox } from '~/db/outbox.server'
import { edition } from '~/db/schema/edition'
import { organisation } from '~/db/schema/organisation'
import { participation } from '~/db/schema/participation'
import { pavilion } from '~/db/schema/pavilion'
import { regency } from '~/db/schema/region'
import type { Transaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'

export type PlacedBooth =
  | { kind: 'placed'; pavilion: number; slot: number }
  /** It stands there already, or its booth was closed: slots are never given anew. */
  | { kind: 'there' }
  /** Of its province and kind (sample or real) no hall is open, or the hall has no pavilion for its regency. */
  | { kind: 'no-edition' }
  | { kind: 'full'; pavilion: number }

/**
 * Gives a verified pesantren the next slot of its regency's pavilion in the open hall, in the transaction of what
 * lets it in, and has the search learn of it. Slots only grow: one that was left stays empty.
 */
export async function placeBooth(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  organisationId: string,
): Promise<PlacedBooth> {
  await appendOutbox(tx, context, { topic: 'booth.changed', payload: { organisationId } })
  // The pavilion's row is the queue: two that are let in at once get two slots.
  const [hall] = await tx
    .select({
      editionId: pavilion.editionId,
      number: pavilion.number,
      slotCount: pavilion.slotCount,
      isSample: edition.isSample,
    })
    .from(organisation)
    .innerJoin(regency, eq(regency.code, organisation.regencyCode))
    .innerJoin(
      edition,
      and(
        eq(edition.provinceCode, regency.provinceCode),
        eq(edition.isOpen, true),
        eq(edition.isSample, organisation.isSample),
      ),
    )
    .innerJoin(pavilion, and(eq(pavilion.editionId, edition.id), eq(pavilion.regencyCode, regency.code)))
    .where(eq(organisation.id, organisationId))
    .for('update', { of: pavilion })
  if (!hall) return { kind: 'no-edition' }
  const { editionId, number, slotCount, isSample } = hall
  const here = and(eq(participation.editionId, editionId), eq(participation.organisationId, organisationId))
  const [present] = await tx.select({ slot: participation.slot }).from(participation).where(here)
  if (present && present.slot !== null) return { kind: 'there' }
  const [next] = await tx
    .select({ slot: sql<number>`coalesce(max(${participation.slot}) + 1, 0)` })
    .from(participation)
    .where(and(eq(participation.editionId, editionId), eq(participation.pavilionNumber, number)))
  const slot = next?.slot ?? 0
  if (slot >= slotCount) return { kind: 'full', pavilion: number }
  const place = { pavilionNumber: number, slot, updatedAt: context.now }
  if (present) await tx.update(participation).set(place).where(here)
  else {
    await tx.insert(participation).values({
      ...place,
      id: context.newId(),
      editionId,
      organisationId,
      isSample,
      createdAt: context.now,
    })
  }
  return { kind: 'placed', pavilion: number, slot }
}
