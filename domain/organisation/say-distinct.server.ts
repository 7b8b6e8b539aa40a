import { and, eq, inArray } from 'drizzle-orm'
import { organisation } from '~/db/schema/organisation'
import { organisationDistinct } from '~/db/schema/organisation-distinct'
import { requireOrganiser } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'

/**
 * The organiser's word that two organisations only look like one; or, with `distinct: false`, that it isn't sure
 * after all. Saying it twice changes nothing.
 * @throws AppError 'forbidden' for everybody but the organiser; 'not-found' for what isn't there.
 */
export async function sayDistinct(
  { db, actor, now }: Context,
  { ids, distinct }: { ids: readonly [string, string]; distinct: boolean },
): Promise<void> {
  const { personId, isSample } = requireOrganiser(actor)
  const [one = '', other = ''] = [...ids].sort()
  if (!isId(one) || !isId(other) || one === other) throw new AppError('not-found')
  const found = await db
    .select({ id: organisation.id })
    .from(organisation)
    .where(and(inArray(organisation.id, [one, other]), eq(organisation.isSample, isSample)))
  if (found.length < 2) throw new AppError('not-found')
  if (distinct) {
    await db
      .insert(organisationDistinct)
      .values({ one, other, saidBy: personId, createdAt: now })
      .onConflictDoNothing()
  } else {
    await db
      .delete(organisationDistinct)
      .where(and(eq(organisationDistinct.one, one), eq(organisationDistinct.other, other)))
  }
}
