import { asc, inArray, sql } from 'drizzle-orm'
import { seat } from '~/db/schema/availability'
import type { Transaction } from '~/db/transaction.server'
import type { Context } from './context'

/** Writes seat 1 of organisations that have stated none. Before the transaction: a row that stays is harmless. */
export async function ensureSeats(
  { db }: Pick<Context, 'db'>,
  organisationIds: readonly string[],
): Promise<void> {
  const rows = [...new Set(organisationIds)].sort().map((organisationId) => sql`(${organisationId}::uuid)`)
  await db.execute(sql`
    insert into seat (organisation_id, number)
    select o.id, 1 from (values ${sql.join(rows, sql`, `)}) o(id)
    where not exists (select from seat s where s.organisation_id = o.id)
    order by o.id on conflict do nothing`)
}

/**
 * The first lock of everything that can take or free a time: the seats of all organisations concerned, in
 * one order for everybody, so that no two wait for each other. Then the meeting's row, then the rest.
 */
export async function lockSeats(tx: Transaction, organisationIds: readonly string[]): Promise<void> {
  await tx
    .select({ number: seat.number })
    .from(seat)
    .where(inArray(seat.organisationId, [...organisationIds]))
    .orderBy(asc(seat.organisationId), asc(seat.number))
    .for('update')
}

/** The database refused a second meeting in the same seat or place at the same time. */
export function isOverlap(error: unknown): boolean {
  const found = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return (
    found instanceof Error &&
    'code' in found &&
    found.code === '23P01' &&
    'constraint_name' in found &&
    (found.constraint_name === 'meeting_participant_seat_free' ||
      found.constraint_name === 'meeting_place_free')
  )
}
