import { requireWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { queryNeed } from './need-row.server'
import type { NeedView } from './need-view'
import { type RegencyChoice, readRegencies } from './regencies.server'

/**
 * A need with what its form offers. Two queries.
 * @throws AppError 'forbidden' for those who change no needs, 'not-found' also for somebody else's.
 */
export async function openNeedEdit(
  context: Context,
  { needId }: { needId: string },
): Promise<{ need: NeedView; regencies: RegencyChoice[] }> {
  requireWriter(context.actor)
  const [found, regencies] = await Promise.all([queryNeed(context, needId), readRegencies(context)])
  if (!found?.isMine) throw new AppError('not-found')
  return { need: found, regencies }
}
