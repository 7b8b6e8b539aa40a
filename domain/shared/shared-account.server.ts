import { and, eq, inArray, type SQL } from 'drizzle-orm'
import { membership } from '~/db/schema/membership'
import { person } from '~/db/schema/person'
import { SAMPLE_ACCOUNTS } from '~/db/seed/sample-accounts'
import type { Transaction } from '~/db/transaction.server'

const SHARED_EMAILS: readonly string[] = SAMPLE_ACCOUNTS.map(({ email }) => email)

/** One of the sample's accounts whose password the sign-in page tells: what one changes, all would find changed. */
export function isSharedAccount({ isSample, email }: { isSample: boolean; email: string | null }): boolean {
  return isSample && email !== null && SHARED_EMAILS.includes(email)
}

/** The same in SQL, of `person`. */
export const ofSharedAccount: SQL | undefined = and(
  eq(person.isSample, true),
  inArray(person.email, [...SHARED_EMAILS]),
)

/** Which of these organisations somebody with a shared account acts for: they stay as everybody finds them. */
export async function sharedOrganisations(
  db: Pick<Transaction, 'selectDistinct'>,
  organisationIds: readonly string[],
): Promise<Set<string>> {
  if (organisationIds.length === 0) return new Set()
  const rows = await db
    .selectDistinct({ id: membership.organisationId })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(and(inArray(membership.organisationId, [...organisationIds]), ofSharedAccount))
  return new Set(rows.map(({ id }) => id))
}
