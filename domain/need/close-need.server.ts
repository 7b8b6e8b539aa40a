import type { Context } from '../shared/context'
import { setNeedState } from './need-state.server'

/**
 * Closes a need: it asks for nothing more and stays readable; its meetings stay as they are.
 * @throws AppError 'forbidden' for those who change no needs, 'not-found' also for somebody else's.
 */
export async function closeNeed(context: Context, { needId }: { needId: string }): Promise<void> {
  await setNeedState(context, needId, 'closed')
}
