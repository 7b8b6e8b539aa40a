import { eq, sql } from 'drizzle-orm'
import { appendOutbox } from '~/db/outbox.server'
import { organisation } from '~/db/schema/organisation'
import { product } from '~/db/schema/product'
import { inTransaction } from '~/db/transaction.server'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isFormToken } from '../shared/form-id.server'
import { keepRevision } from '../shared/keep-revision.server'
import { columnsOf, findOwnProduct } from './own-product.server'
import { productSlug } from './product-slug'
import { revisedProduct } from './revised-product'
import { writeTiers } from './write-tiers.server'

/** Enough for a shelf whose goods all have one name. */
const MOST_ATTEMPTS = 50

/**
 * A draft like one of the own goods, at the end of the shelf; photographs and papers stay where they are, for they
 * show the other one. Sent twice with one token it makes one.
 * @returns the new one's id.
 * @throws AppError 'forbidden' for who may not write for a pesantren; 'not-found' for another's product.
 */
export async function duplicateProduct(
  context: Context,
  { id, token }: { id: string; token: string },
): Promise<{ id: string }> {
  const { organisationId, isSample } = requirePesantrenWriter(context.actor)
  const { now, newId } = context
  const wanted = isFormToken(token) ? token : newId()
  return inTransaction(context.db, async (tx) => {
    // One at a time for each pesantren: places and addresses are counted.
    const [booth] = await tx
      .select({ slug: organisation.slug })
      .from(organisation)
      .where(eq(organisation.id, organisationId))
      .for('update')
    const original = await findOwnProduct(tx, organisationId, id)
    if (!booth || !original) throw new AppError('not-found')
    if (await findOwnProduct(tx, organisationId, wanted)) return { id: wanted }
    const [taken] = await tx.select({ id: product.id }).from(product).where(eq(product.id, wanted))
    const copyId = taken ? newId() : wanted
    const { fields, drawing } = original
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      const written = await tx
        .insert(product)
        .values({
          ...columnsOf(fields),
          id: copyId,
          organisationId,
          slug: productSlug(fields.name, booth.slug, attempt),
          drawing,
          state: 'draft',
          // What the other one has in stock or has promised isn't this one's.
          stock: null,
          promisedCapacity: 0,
          position: sql<number>`(select coalesce(max(position), -1) + 1 from product
            where organisation_id = ${organisationId})`,
          isSample,
          createdAt: now,
          updatedAt: now,
        })
        .onConflictDoNothing({ target: product.slug })
        .returning({ id: product.id })
      if (written.length === 0) continue
      await writeTiers(tx, copyId, fields.tiers)
      const copied = { ...fields, stock: null, promisedCapacity: 0 }
      await keepRevision(tx, context, {
        organisationId,
        subject: 'product',
        subjectId: copyId,
        action: 'copied',
        before: null,
        after: { version: 1, fields: revisedProduct(copied, 'draft') },
      })
      await appendOutbox(tx, context, { topic: 'product.changed', payload: { productId: copyId } })
      return { id: copyId }
    }
    throw new AppError('conflict', 'no address is left for this name')
  })
}
