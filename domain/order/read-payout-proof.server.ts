import { eq } from 'drizzle-orm'
import { payout } from '~/db/schema/ledger'
import type { StoredFile } from '~/integrations/storage/storage'
import { actingMembership } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'

/**
 * The picture of a pay-out's proof: for the pesantren that got it and the organiser of its kind.
 * @throws AppError 'forbidden' for visitors, 'not-found' for everybody else, and where there is none.
 */
export async function readPayoutProof(
  { db, actor, storage }: Pick<Context, 'db' | 'actor' | 'storage'>,
  { payoutId }: { payoutId: string },
): Promise<StoredFile> {
  const acting = actingMembership(actor)
  if (!acting) throw new AppError('forbidden')
  const [row] = isId(payoutId) ? await db.select().from(payout).where(eq(payout.id, payoutId)) : []
  const maySee =
    acting.organisationKind === 'organiser'
      ? row?.isSample === acting.isSample
      : row?.organisationId === acting.organisationId
  const file = row?.proofKey && maySee ? await storage.get(row.proofKey) : null
  if (!file) throw new AppError('not-found')
  return file
}
