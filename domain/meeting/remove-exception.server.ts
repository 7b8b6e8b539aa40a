import { and, eq } from 'drizzle-orm'
import { openTimeException } from '~/db/schema/availability'
import { requirePesantrenWriter } from '../shared/acting'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import type { DayException } from './slots'

export type RemoveExceptionOutcome =
  /** What it was, so that it can be added again. */
  | { kind: 'removed'; exception: DayException }
  /** It isn't there any more, or never was the pesantren's. */
  | { kind: 'gone' }

/**
 * Lets a day of the actor's pesantren follow its weekly times again.
 * @throws AppError 'forbidden' for all but the pesantren's owner and editors.
 */
export async function removeException(
  { db, actor }: Context,
  { id }: { id: string },
): Promise<RemoveExceptionOutcome> {
  const { organisationId } = requirePesantrenWriter(actor)
  if (!isId(id)) return { kind: 'gone' }
  const [removed] = await db
    .delete(openTimeException)
    .where(and(eq(openTimeException.id, id), eq(openTimeException.organisationId, organisationId)))
    .returning({
      day: openTimeException.day,
      kind: openTimeException.kind,
      fromMinute: openTimeException.fromMinute,
      toMinute: openTimeException.toMinute,
    })
  return removed ? { kind: 'removed', exception: removed } : { kind: 'gone' }
}
