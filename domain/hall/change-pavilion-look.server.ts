import { and, desc, eq } from 'drizzle-orm'
import { schema } from '~/db/schema'
import { inTransaction } from '~/db/transaction.server'
import { requireOrganiser } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { checkLook, type LookProblems, type TypedLook } from './pavilion-look'
import { ofOpenHall } from './pavilion-of-organiser.server'

const { pavilion, pavilionChange } = schema

export interface ChangePavilionLookInput {
  number: number
  /** The last change that the form showed, 0 for none. */
  seen: number
  look: TypedLook
}

export type ChangePavilionLookOutcome =
  | { kind: 'saved' }
  /** It looks like that already. */
  | { kind: 'same' }
  /** Something has to be mended; nothing was written. */
  | { kind: 'refused'; problems: LookProblems }
  /** Somebody changed it since the form was shown; nothing was written. */
  | { kind: 'changed' }

/**
 * Has a pavilion of the open hall look otherwise, and keeps who did it. The manifest says so at its next reading;
 * who stands in the hall sees it at the next visit. Shards, which don't say how a pavilion looks, stay as they are.
 * @throws AppError 'forbidden' for everybody but the organiser; 'not-found' where no such pavilion stands.
 */
export async function changePavilionLook(
  { db, actor, now }: Context,
  { number, seen, look: typed }: ChangePavilionLookInput,
): Promise<ChangePavilionLookOutcome> {
  const { personId, isSample } = requireOrganiser(actor)
  return inTransaction(db, async (tx) => {
    const [row] = await tx
      .select()
      .from(pavilion)
      .where(and(ofOpenHall(tx, isSample), eq(pavilion.number, number)))
      .for('no key update')
    if (!row) throw new AppError('not-found')
    const { editionId } = row
    const { look, problems } = checkLook(typed)
    if (!look) return { kind: 'refused', problems }
    const [last] = await tx
      .select({ id: pavilionChange.id })
      .from(pavilionChange)
      .where(and(eq(pavilionChange.editionId, editionId), eq(pavilionChange.pavilionNumber, number)))
      .orderBy(desc(pavilionChange.id))
      .limit(1)
    const { motif, roof, colour, accent } = row
    // Who sends a form twice, or wants what somebody else has just done, has what they want.
    if (motif === look.motif && roof === look.roof && colour === look.colour && accent === look.accent)
      return { kind: 'same' }
    if ((last?.id ?? 0) !== seen) return { kind: 'changed' }
    await tx
      .update(pavilion)
      .set({ motif: look.motif, roof: look.roof, colour: look.colour, accent: look.accent })
      .where(and(eq(pavilion.editionId, editionId), eq(pavilion.number, number)))
    await tx
      .insert(pavilionChange)
      .values({ ...look, editionId, pavilionNumber: number, changedBy: personId, createdAt: now })
    return { kind: 'saved' }
  })
}
