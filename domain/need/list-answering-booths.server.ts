import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { queryNeed } from './need-row.server'
import type { NeedView } from './need-view'
import { rankNeed } from './rank-need.server'

export interface AnsweringBooths {
  need: Pick<NeedView, 'id' | 'productWords' | 'locale'>
  /** Ids of the organisations, the best match first. */
  organisationIds: string[]
}

/**
 * The pesantren that can answer a need, in the order of its page and nothing more: whom a tour of the hall leads
 * to. The same number of queries whatever there is.
 * @throws AppError 'forbidden' for a visitor, 'not-found' for one that isn't there and for somebody else's.
 */
export async function listAnsweringBooths(
  context: Context,
  { needId, most }: { needId: string; most: number },
): Promise<AnsweringBooths> {
  if (context.actor.kind !== 'person') throw new AppError('forbidden')
  const need = await queryNeed(context, needId)
  if (!need) throw new AppError('not-found')
  const { ranked } = await rankNeed(context, need)
  const { id, productWords, locale } = need
  return {
    need: { id, productWords, locale },
    organisationIds: [...new Set(ranked.map(({ offer }) => offer.organisationId))].slice(0, most),
  }
}
