import { eq } from 'drizzle-orm'
import { organisation } from '~/db/schema/organisation'
import { person } from '~/db/schema/person'
import type { Transaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'

/**
 * Who invites whereto, as the invitation says it.
 * @throws AppError 'not-found' where the organisation or the person is gone.
 */
export async function invitationNames(
  tx: Transaction,
  { organisationId, personId }: { organisationId: string; personId: string },
) {
  const [names] = await tx
    .select({ name: organisation.name, nameArabic: organisation.nameArabic, inviter: person.name })
    .from(organisation)
    .innerJoin(person, eq(person.id, personId))
    .where(eq(organisation.id, organisationId))
  if (!names) throw new AppError('not-found')
  return names
}
