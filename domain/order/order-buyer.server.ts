import { and, eq, gte, inArray, notInArray, or, sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { person } from '~/db/schema/person'
import { sampleOrder, sampleOrderLine } from '~/db/schema/sample-order'
import type { Transaction } from '~/db/transaction.server'
import { actingMembership, isShut } from '../shared/acting'
import type { Actor } from '../shared/context'
import { LIMIT_DAYS } from './order-state'

const DAY_MS = 24 * 60 * 60_000

/** Who orders: a person, and the company for which the person acts. */
export interface OrderBuyer {
  personId: string
  organisationId: string | null
  isSample: boolean
  /** An address of theirs is proven, so that they can be told. */
  isProven: boolean
}

/** null: a visitor, or somebody who acts for the organiser, who buys nothing. */
export async function orderBuyer(
  db: Pick<Database | Transaction, 'select'>,
  actor: Actor,
): Promise<OrderBuyer | null> {
  if (actor.kind !== 'person') return null
  const acting = actingMembership(actor)
  if (acting?.organisationKind === 'organiser') return null
  const [row] = await db
    .select({
      isSample: person.isSample,
      isProven: sql<boolean>`${person.emailVerified} or ${person.phoneVerified} or ${person.isSample}`,
    })
    .from(person)
    .where(eq(person.id, actor.personId))
  if (!row) return null
  return {
    personId: actor.personId,
    organisationId: acting && !isShut(acting) ? acting.organisationId : null,
    ...row,
  }
}

/** How many samples of each product a buyer has had of late, alone or by colleagues. */
export async function hadOfLate(
  db: Pick<Database | Transaction, 'select'>,
  buyer: Pick<OrderBuyer, 'personId' | 'organisationId'>,
  productIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  if (productIds.length === 0) return new Map()
  const rows = await db
    .select({
      productId: sampleOrderLine.productId,
      had: sql<number>`sum(${sampleOrderLine.quantity})::int`,
    })
    .from(sampleOrderLine)
    .innerJoin(sampleOrder, eq(sampleOrder.id, sampleOrderLine.orderId))
    .where(
      and(
        inArray(sampleOrderLine.productId, [...productIds]),
        or(
          eq(sampleOrder.buyerPersonId, buyer.personId),
          buyer.organisationId ? eq(sampleOrder.buyerOrganisationId, buyer.organisationId) : undefined,
        ),
        notInArray(sampleOrder.state, ['cancelled', 'lapsed']),
        gte(sampleOrder.createdAt, new Date(now.getTime() - LIMIT_DAYS * DAY_MS)),
      ),
    )
    .groupBy(sampleOrderLine.productId)
  return new Map(rows.map(({ productId, had }) => [productId, had]))
}
