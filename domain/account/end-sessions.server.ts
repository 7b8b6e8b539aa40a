import { and, eq, ne } from 'drizzle-orm'
import { session } from '~/db/schema/session'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import { ownPerson } from './own-person.server'

export interface EndSessionsInput {
  /** The one to end; 'others': all but the reader's. */
  which: string
  /** The reader's own, which stays: signing out ends it. */
  sessionId: string | null
}

/**
 * Signs one out elsewhere: the rows go, and the cookies there are worth nothing.
 * @returns how many.
 * @throws AppError 'forbidden' for visitors, and in an account that everybody shares; 'not-found' for a session
 *   that isn't one's own, has ended, or is the reader's.
 */
export async function endSessions(
  { db, actor }: Context,
  { which, sessionId }: EndSessionsInput,
): Promise<number> {
  const own = await ownPerson(db, actor)
  if (own.isShared) throw new AppError('forbidden', 'an account that everybody shares')
  if (!sessionId || (which !== 'others' && !isId(which))) throw new AppError('not-found')
  const theirs = and(eq(session.personId, own.id), ne(session.id, sessionId))
  const ended = await db
    .delete(session)
    .where(which === 'others' ? theirs : and(theirs, eq(session.id, which)))
    .returning({ id: session.id })
  if (which !== 'others' && ended.length === 0) throw new AppError('not-found')
  return ended.length
}
