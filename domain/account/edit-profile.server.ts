import { eq } from 'drizzle-orm'
import { person } from '~/db/schema/person'
import { inTransaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import { ownPersonToChange } from './own-person.server'
import type { Profile } from './profile.schema'

/**
 * Changes one's own name, language, zone and first channel.
 * @throws AppError 'forbidden' for visitors, and in an account that everybody shares.
 */
export async function editProfile({ db, actor, now }: Context, profile: Profile): Promise<void> {
  await inTransaction(db, async (tx) => {
    const own = await ownPersonToChange(tx, actor)
    await tx
      .update(person)
      .set({ ...profile, updatedAt: now })
      .where(eq(person.id, own.id))
  })
}
