import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { person } from '~/db/schema/person'
import type { Address } from './address'

/** Whose address it is, proven or not; null: nobody's. One query, whatever it finds. */
export async function whoseAddress(
  db: Pick<Database, 'select'>,
  { channel, address }: Address,
): Promise<{ id: string; isProven: boolean } | null> {
  const isTheirs =
    channel === 'mail' ? sql`lower(${person.email}) = ${address}` : eq(person.phoneE164, address)
  const [row] = await db
    .select({ id: person.id, isProven: channel === 'mail' ? person.emailVerified : person.phoneVerified })
    .from(person)
    .where(and(isTheirs, isNull(person.deletedAt)))
  return row ?? null
}
