import { and, inArray, isNull, sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { person } from '~/db/schema/person'
import type { Transaction } from '~/db/transaction.server'
import type { Locale } from '../shared/locale'
import type { Reachable } from './choose-channel'

/** Somebody who is written to: in which language, by which clock, how. */
export interface Receiver extends Reachable {
  personId: string
  locale: Locale
  /** Null: not stated. */
  timeZone: string | null
  isSample: boolean
}

/** The people with these ids, in one query; those who are deleted or not there are missing. */
export async function readReceivers(
  db: Pick<Database | Transaction, 'select'>,
  personIds: readonly string[],
): Promise<Map<string, Receiver>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .select({
      personId: person.id,
      locale: person.locale,
      timeZone: person.timeZone,
      isSample: person.isSample,
      preferredChannel: person.preferredChannel,
      email: person.email,
      emailVerified: person.emailVerified,
      phoneE164: person.phoneE164,
      phoneVerified: person.phoneVerified,
      // By their names: columns of a query without joins lose their table's.
      hasWhatsAppConsent: sql<boolean>`exists (
        select from consent c
        where c.person_id = person.id and c.kind = 'whatsapp' and c.withdrawn_at is null)`,
    })
    .from(person)
    .where(and(inArray(person.id, [...new Set(personIds)]), isNull(person.deletedAt)))
  return new Map(rows.map((row) => [row.personId, row]))
}
