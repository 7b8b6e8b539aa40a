import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { queryNeed } from './need-row.server'
import type { NeedView } from './need-view'

/**
 * A need as its company or the organiser sees it. One query.
 * @throws AppError 'forbidden' for a visitor, 'not-found' for one that isn't there and for somebody else's.
 */
export async function readNeed(context: Context, { needId }: { needId: string }): Promise<NeedView> {
  if (context.actor.kind !== 'person') throw new AppError('forbidden')
  const found = await queryNeed(context, needId)
  if (!found) throw new AppError('not-found')
  return found
}
