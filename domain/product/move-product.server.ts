import { and, asc, eq, ne } from 'drizzle-orm'
import { appendOutbox } from '~/db/outbox.server'
import { organisation } from '~/db/schema/organisation'
import { product } from '~/db/schema/product'
import { inTransaction } from '~/db/transaction.server'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { ShelfMove } from './shelf-move'

/**
 * Moves one of the own goods on the shelf. Places of the others close up, so that old gaps and doubles go.
 * @throws AppError 'forbidden' for who may not write for a pesantren; 'not-found' for another's product.
 */
export async function moveProduct(
  context: Context,
  { id, move }: { id: string; move: ShelfMove },
): Promise<void> {
  const { organisationId } = requirePesantrenWriter(context.actor)
  await inTransaction(context.db, async (tx) => {
    // One at a time for each pesantren: places are counted.
    await tx
      .select({ id: organisation.id })
      .from(organisation)
      .where(eq(organisation.id, organisationId))
      .for('no key update')
    const shelf = await tx
      .select({ id: product.id, position: product.position })
      .from(product)
      .where(and(eq(product.organisationId, organisationId), ne(product.state, 'archived')))
      .orderBy(asc(product.position), asc(product.id))
    const from = shelf.findIndex((row) => row.id === id)
    const moved = shelf[from]
    if (!moved) throw new AppError('not-found')
    const to = move === 'first' ? 0 : Math.min(Math.max(from + (move === 'up' ? -1 : 1), 0), shelf.length - 1)
    shelf.splice(from, 1)
    shelf.splice(to, 0, moved)
    const displaced = shelf.flatMap((row, position) =>
      row.position === position ? [] : [{ id: row.id, position }],
    )
    if (displaced.length === 0) return
    for (const row of displaced)
      await tx.update(product).set({ position: row.position }).where(eq(product.id, row.id))
    await appendOutbox(tx, context, { topic: 'booth.changed', payload: { organisationId } })
  })
}
