import { eq } from 'drizzle-orm'
import { inquiry } from '~/db/schema/inquiry'
import { organisation } from '~/db/schema/organisation'
import { product } from '~/db/schema/product'
import { inTransaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import { localized } from '../shared/locale'
import { queueMessage } from '../shared/queue-message.server'
import { notBefore } from './not-before'
import { readListeners } from './read-audience.server'

const PRIORITY = 4
const USEFUL_DAYS = 14
const DAY_MS = 86_400_000

/**
 * Tells a pesantren's owners and editors that somebody wrote to it through the form. Of a WhatsApp draft nobody is
 * told: whether it was sent only WhatsApp knows, and there it arrives by itself. Repeated, it writes nothing twice.
 */
export async function tellInquiry(context: Context, { inquiryId }: { inquiryId: string }): Promise<void> {
  const { db, now } = context
  await inTransaction(db, async (tx) => {
    const [row] = await tx
      .select({ inquiry, organisation: organisation.name, product: product.name })
      .from(inquiry)
      .innerJoin(organisation, eq(organisation.id, inquiry.organisationId))
      .leftJoin(product, eq(product.id, inquiry.productId))
      .where(eq(inquiry.id, inquiryId))
    if (row?.inquiry.channel !== 'form' || row.inquiry.state !== 'new') return
    const { organisationId, personId: writerId, contactName, locale: language, isSample } = row.inquiry
    const listeners = await readListeners(tx, [{ organisationId, personId: null }])
    for (const { receiver } of listeners.get(organisationId) ?? []) {
      const { personId, locale, timeZone } = receiver
      if (personId === writerId) continue
      await queueMessage(tx, context, {
        template: 'inquiry-received',
        variables: {
          inquiryId,
          organisation: row.organisation,
          product: localized(row.product, locale)?.text ?? null,
          from: contactName,
          language,
        },
        locale,
        to: { personId },
        organisationId,
        about: { kind: 'inquiry', id: inquiryId },
        dedupeKey: `inquiry:${inquiryId}:${personId}`,
        priority: PRIORITY,
        notBefore: notBefore('inquiry-received', { at: now, timeZone }),
        expiresAt: new Date(now.getTime() + USEFUL_DAYS * DAY_MS),
        isSample,
      })
    }
  })
}
