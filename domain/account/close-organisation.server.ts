import { and, eq, isNull, sql } from 'drizzle-orm'
import { appendOutbox } from '~/db/outbox.server'
import { meetingSetting, seat } from '~/db/schema/availability'
import { invitation } from '~/db/schema/invitation'
import { need } from '~/db/schema/need'
import { organisation } from '~/db/schema/organisation'
import { participation } from '~/db/schema/participation'
import { product } from '~/db/schema/product'
import { organisationClaim, verificationEvent } from '~/db/schema/verification-event'
import type { Transaction } from '~/db/transaction.server'
import { revokeOpenInvitations } from '../shared/call-back-invitation.server'
import type { Context } from '../shared/context'
import { endOpenMeetings } from '../shared/end-meetings.server'

/**
 * Closes an organisation that its last owner gives up: booth, products and samples go from the hall and the search,
 * what lies ahead is called off with a reason, its needs end, and nobody is invited to it any more. Its name
 * and what it has agreed on stay, for the others who were there. Samples that it was to send are called off by the
 * worker, with the whole money back: see domain/order/cancel-left-orders.server.ts. Its team, and the seats of everybody it has
 * something open with, are locked by this transaction.
 */
export async function closeOrganisation(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  { organisationId, personId }: { organisationId: string; personId: string },
): Promise<void> {
  const { now } = context
  await endOpenMeetings(tx, context, { organisationId, personId, reason: 'left' })
  await tx
    .update(need)
    .set({ state: 'closed', closedAt: now, version: sql`${need.version} + 1`, updatedAt: now })
    .where(and(eq(need.organisationId, organisationId), eq(need.state, 'open')))

  await tx.execute(sql`
    update sample_offer set state = 'closed', version = version + 1, updated_at = ${now.toISOString()}::timestamptz
    where state = 'open' and product_id in (select id from product where organisation_id = ${organisationId})`)
  const hidden = await tx
    .update(product)
    .set({ state: 'hidden', updatedAt: now })
    .where(and(eq(product.organisationId, organisationId), eq(product.state, 'published')))
    .returning({ id: product.id })
  for (const { id } of hidden)
    await appendOutbox(tx, context, { topic: 'product.changed', payload: { productId: id } })
  const booths = await tx
    .update(participation)
    .set({ closedAt: now, updatedAt: now })
    .where(and(eq(participation.organisationId, organisationId), isNull(participation.closedAt)))
    .returning({ id: participation.id })
  if (booths.length > 0)
    await appendOutbox(tx, context, { topic: 'booth.changed', payload: { organisationId } })

  await tx
    .update(organisation)
    .set({
      verification: 'closed',
      verificationAt: now,
      whatsappE164: null,
      version: sql`${organisation.version} + 1`,
      updatedAt: now,
    })
    .where(eq(organisation.id, organisationId))
  await tx.insert(verificationEvent).values({ organisationId, kind: 'closed', personId, createdAt: now })
  // Who sat there, and who had agreed to what.
  await tx.update(seat).set({ name: null }).where(eq(seat.organisationId, organisationId))
  await tx
    .update(meetingSetting)
    .set({ instantSince: null, instantBy: null, updatedAt: now })
    .where(eq(meetingSetting.organisationId, organisationId))

  await tx
    .update(organisationClaim)
    .set({ state: 'withdrawn', decidedAt: now })
    .where(and(eq(organisationClaim.organisationId, organisationId), eq(organisationClaim.state, 'pending')))
  await revokeOpenInvitations(tx, context, {
    which: eq(invitation.organisationId, organisationId),
    why: 'closed',
  })
}
