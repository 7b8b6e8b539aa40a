import type { Context } from '../shared/context'
import { setNeedState } from './need-state.server'

/**
 * Opens a closed need again, as it was.
 * @throws AppError 'forbidden' for those who change no needs, 'not-found' also for somebody else's.
 */
export async function reopenNeed(context: Context, { needId }: { needId: string }): Promise<void> {
  await setNeedState(context, needId, 'open')
}
