import { and, asc, eq, sql } from 'drizzle-orm'
import { sampleOrder } from '~/db/schema/sample-order'
import { actingMembership } from '../shared/acting'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import type { Delivery, OrderState } from '../shared/order-enums'
import { visibleOrders } from './order-access.server'
import type { OrderViewer } from './order-view'

export interface MeetingSample {
  id: string
  number: number
  state: OrderState
  delivery: Delivery
  /** The picture of its transfer is being looked at. */
  hasProof: boolean
}

/** The samples that are to be there before a meeting: each side sees its own orders. One query. */
export async function listMeetingSamples(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { meetingId }: { meetingId: string },
): Promise<MeetingSample[]> {
  const kind = actingMembership(actor)?.organisationKind
  const as: OrderViewer = kind === 'pesantren' || kind === 'organiser' ? kind : 'buyer'
  const visible = visibleOrders(actor, as)
  if (visible === null || !isId(meetingId)) return []
  return db
    .select({
      id: sampleOrder.id,
      number: sampleOrder.number,
      state: sampleOrder.state,
      delivery: sampleOrder.delivery,
      hasProof: sql<boolean>`(${sampleOrder.proofSentAt} is not null and ${sampleOrder.expiresAt} is null)`,
    })
    .from(sampleOrder)
    .where(and(eq(sampleOrder.meetingId, meetingId), visible))
    .orderBy(asc(sampleOrder.createdAt))
    .limit(20)
}
