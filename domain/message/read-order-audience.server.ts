import { eq, inArray } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { organisation } from '~/db/schema/organisation'
import { sampleOrder, sampleOrderLine } from '~/db/schema/sample-order'
import type { Transaction } from '~/db/transaction.server'
import { orderNumber } from '../order/order-number'
import { type Locale, localized } from '../shared/locale'
import type { OrderMessage } from '../shared/message-variables'
import { openDisputes } from './open-disputes.server'
import { readListeners } from './read-audience.server'
import { type Receiver, readReceivers } from './read-receiver.server'

export interface OrderAudience {
  row: typeof sampleOrder.$inferSelect
  /** Who ordered, unless deleted, and the owners of the company that it was ordered for: as of its meetings. */
  buyers: Receiver[]
  /** The pesantren's owners and editors. */
  sellers: Receiver[]
  /** By the service's ids. */
  openDisputes: string[]
  /** How it is told of, in a language. */
  told: (locale: Locale) => OrderMessage
}

/** More goods than that are counted, not named. */
const NAMED = 3

/** Orders with all who are told of them. Constant queries. */
export async function readOrderAudiences(
  db: Pick<Database | Transaction, 'select'>,
  orderIds: readonly string[],
): Promise<Map<string, OrderAudience>> {
  if (orderIds.length === 0) return new Map()
  const rows = await db
    .select({ row: sampleOrder, openDisputes, name: organisation.name, nameArabic: organisation.nameArabic })
    .from(sampleOrder)
    .innerJoin(organisation, eq(organisation.id, sampleOrder.organisationId))
    .where(inArray(sampleOrder.id, [...orderIds]))
  const lines = await db
    .select({
      orderId: sampleOrderLine.orderId,
      name: sampleOrderLine.name,
      quantity: sampleOrderLine.quantity,
    })
    .from(sampleOrderLine)
    .where(inArray(sampleOrderLine.orderId, [...orderIds]))
    .orderBy(sampleOrderLine.position)
  const [listeners, buyers] = [
    await readListeners(
      db,
      rows.flatMap(({ row }) =>
        [row.organisationId, row.buyerOrganisationId].flatMap((organisationId) =>
          organisationId ? [{ organisationId, personId: null }] : [],
        ),
      ),
    ),
    await readReceivers(
      db,
      rows.flatMap(({ row }) => row.buyerPersonId ?? []),
    ),
  ]
  return new Map(
    rows.map(({ row, openDisputes, name, nameArabic }) => {
      const own = lines.filter(({ orderId }) => orderId === row.id)
      const told = (locale: Locale): OrderMessage => ({
        orderId: row.id,
        number: orderNumber(row.number),
        organisation: name,
        organisationArabic: nameArabic,
        goods: [
          ...own
            .slice(0, NAMED)
            .map((line) => `${localized(line.name, locale)?.text ?? ''} × ${line.quantity}`),
          ...(own.length > NAMED ? [`+${own.length - NAMED}`] : []),
        ].join(', '),
      })
      const ordered = row.buyerPersonId ? buyers.get(row.buyerPersonId) : undefined
      const company = row.buyerOrganisationId ? (listeners.get(row.buyerOrganisationId) ?? []) : []
      return [
        row.id,
        {
          row,
          openDisputes,
          told,
          buyers: [
            ...(ordered ? [ordered] : []),
            ...company
              .map(({ receiver }) => receiver)
              .filter(({ personId }) => personId !== row.buyerPersonId),
          ],
          sellers: (listeners.get(row.organisationId) ?? []).map(({ receiver }) => receiver),
        },
      ] as const
    }),
  )
}
