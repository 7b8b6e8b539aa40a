import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { person } from '~/db/schema/person'
import { sampleOrder } from '~/db/schema/sample-order'
import type { Context } from '../shared/context'
import type { DeliverTo } from '../shared/deliver-to'

export interface KnownBuyer {
  name: string
  phone: string | null
  /** Where their last order went; null: they had none sent, or it was erased. */
  last: DeliverTo | null
}

/** What the form of an order begins with: the reader's own, nobody else's. null: a visitor. Two queries. */
export async function readLastAddress({
  db,
  actor,
}: Pick<Context, 'db' | 'actor'>): Promise<KnownBuyer | null> {
  if (actor.kind !== 'person') return null
  const [[row], [order]] = await Promise.all([
    db
      .select({ name: person.name, phone: person.phoneE164 })
      .from(person)
      .where(eq(person.id, actor.personId)),
    db
      .select({ deliverTo: sampleOrder.deliverTo })
      .from(sampleOrder)
      .where(and(eq(sampleOrder.buyerPersonId, actor.personId), isNotNull(sampleOrder.deliverTo)))
      .orderBy(desc(sampleOrder.createdAt))
      .limit(1),
  ])
  return row ? { ...row, last: order?.deliverTo ?? null } : null
}
