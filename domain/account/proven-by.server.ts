import { and, eq, type SQL, sql } from 'drizzle-orm'
import { person } from '~/db/schema/person'
import type { Address } from './address'

/** In SQL: the person whose own, proven address this is. One that was only typed is nobody's yet. */
export function provenBy({ channel, address }: Address): SQL | undefined {
  return channel === 'whatsapp'
    ? and(eq(person.phoneE164, address), person.phoneVerified)
    : and(sql`lower(${person.email}) = ${address}`, person.emailVerified)
}
