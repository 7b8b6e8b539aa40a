import { and, eq, ne, sql } from 'drizzle-orm'
import { need } from '~/db/schema/need'
import { requireWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { NeedState } from '../shared/enums'
import { isId } from '../shared/ids'

/**
 * Puts a need of one's organisation into a state; once is as good as twice.
 * @throws AppError 'forbidden' for those who change no needs, 'not-found' also for somebody else's.
 */
export async function setNeedState(
  { db, actor, now }: Context,
  needId: string,
  state: NeedState,
): Promise<void> {
  const { organisationId } = requireWriter(actor)
  if (!isId(needId)) throw new AppError('not-found')
  const mine = and(eq(need.id, needId), eq(need.organisationId, organisationId))
  const changed = await db
    .update(need)
    .set({
      state,
      closedAt: state === 'closed' ? now : null,
      version: sql`${need.version} + 1`,
      updatedAt: now,
    })
    .where(and(mine, ne(need.state, state)))
    .returning({ id: need.id })
  if (changed.length > 0) return
  const [there] = await db.select({ id: need.id }).from(need).where(mine)
  if (!there) throw new AppError('not-found')
}
