import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { sampleOrder } from '~/db/schema/sample-order'
import type { Transaction } from '~/db/transaction.server'
import { actingMembership, mayWrite } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Actor } from '../shared/context'
import { isId } from '../shared/ids'
import type { OrderRowData } from './order-row.server'
import type { OrderViewer } from './order-view'

type Whose = Pick<OrderRowData, 'organisationId' | 'buyerPersonId' | 'buyerOrganisationId' | 'isSample'>

/** As whom somebody sees an order; null: it isn't theirs. */
export function viewerOf(actor: Actor, order: Whose): OrderViewer | null {
  if (actor.kind !== 'person') return null
  const acting = actingMembership(actor)
  if (acting?.organisationKind === 'organiser') return acting.isSample === order.isSample ? 'organiser' : null
  if (acting?.organisationId === order.organisationId) return 'pesantren'
  if (order.buyerPersonId === actor.personId) return 'buyer'
  return acting && acting.organisationId === order.buyerOrganisationId ? 'buyer' : null
}

/** Whether they may also change it: in the pesantren its owner and editors, of buyers whose order it is and colleagues. */
export function mayChange(actor: Actor, order: Whose, viewer: OrderViewer): boolean {
  if (actor.kind !== 'person') return false
  if (viewer === 'organiser') return true
  if (viewer === 'buyer' && order.buyerPersonId === actor.personId) return true
  const acting = actingMembership(actor)
  return acting !== null && mayWrite(acting)
}

/** For a query of `sample_order`: what somebody sees in that part; null: nothing. */
export function visibleOrders(actor: Actor, as: OrderViewer): SQL | undefined | null {
  if (actor.kind !== 'person') return null
  const acting = actingMembership(actor)
  if (as === 'organiser') {
    return acting?.organisationKind === 'organiser' ? eq(sampleOrder.isSample, acting.isSample) : null
  }
  if (as === 'pesantren') {
    return acting?.organisationKind === 'pesantren'
      ? eq(sampleOrder.organisationId, acting.organisationId)
      : null
  }
  return acting && acting.organisationKind !== 'organiser'
    ? and(
        or(
          eq(sampleOrder.buyerPersonId, actor.personId),
          eq(sampleOrder.buyerOrganisationId, acting.organisationId),
        ),
        sql`${sampleOrder.organisationId} <> ${acting.organisationId}::uuid`,
      )
    : eq(sampleOrder.buyerPersonId, actor.personId)
}

export interface SeenOrder {
  row: OrderRowData
  viewer: OrderViewer
  personId: string
}

/**
 * An order that the actor sees. `write`: and may change.
 * @throws AppError 'forbidden' for visitors and those who only read, 'not-found' for somebody else's.
 */
export async function requireOrder(
  db: Pick<Database | Transaction, 'select'>,
  actor: Actor,
  orderId: string,
  { write = false }: { write?: boolean } = {},
): Promise<SeenOrder> {
  if (actor.kind !== 'person') throw new AppError('forbidden')
  const [row] = isId(orderId) ? await db.select().from(sampleOrder).where(eq(sampleOrder.id, orderId)) : []
  const viewer = row ? viewerOf(actor, row) : null
  if (!row || !viewer) throw new AppError('not-found')
  if (write && !mayChange(actor, row, viewer)) throw new AppError('forbidden')
  return { row, viewer, personId: actor.personId }
}
