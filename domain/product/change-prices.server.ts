import { inTransaction } from '~/db/transaction.server'
import { requirePesantrenWriter } from '../shared/acting'
import type { Context } from '../shared/context'
import { findOwnProduct } from './own-product.server'
import { changePrices as changeTiers, type PriceChange } from './price-change'
import { MOST_AT_ONCE } from './price-list'
import { writeProduct } from './write-product.server'

export interface ChangePricesInput {
  change: PriceChange
  /** As the preview showed them: what somebody changed since is left out. */
  chosen: readonly { id: string; version: number }[]
}

export interface ChangePricesOutcome {
  /** With the versions that this made, by which it can be undone. */
  done: { id: string; version: number }[]
  /** Changed by somebody since, gone, or with a price that can't be. */
  left: number
}

/**
 * Changes the prices of the chosen goods as the preview showed, all in one transaction; each keeps its history.
 * @throws AppError 'forbidden' for who may not write for a pesantren.
 */
export async function changePrices(
  context: Context,
  { change, chosen }: ChangePricesInput,
): Promise<ChangePricesOutcome> {
  const { organisationId } = requirePesantrenWriter(context.actor)
  return inTransaction(context.db, async (tx) => {
    const done: ChangePricesOutcome['done'] = []
    // In one order, so that two people's changes don't wait for each other.
    const inOrder = [...chosen].slice(0, MOST_AT_ONCE).sort((a, b) => (a.id < b.id ? -1 : 1))
    for (const { id, version } of inOrder) {
      const current = await findOwnProduct(tx, organisationId, id, { lock: true })
      if (!current || current.version !== version || current.fields.tiers.length === 0) continue
      const { tiers, problem } = changeTiers(current.fields.tiers, change)
      if (problem) continue
      const { state } = current
      const fields = { ...current.fields, tiers }
      const saved = await writeProduct(tx, context, {
        organisationId,
        current,
        fields,
        state,
        action: 'priced',
      })
      done.push({ id, version: saved })
    }
    return { done, left: chosen.length - done.length }
  })
}
