import { sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { KEPT_DAYS } from '~/domain/account/kept-days'

/** Messages that nothing more happens to. */
const SETTLED = sql`state not in ('waiting', 'sending', 'unknown')`

/** What says of a person that they are somebody here. */
const NEVER_FORGOTTEN = [
  ['membership', 'person_id'],
  ['consent', 'person_id'],
  ['joining', 'person_id'],
  ['organisation_claim', 'person_id'],
  ['organisation_claim', 'decided_by'],
  ['organisation_distinct', 'said_by'],
  ['pavilion_change', 'changed_by'],
  ['verification_event', 'person_id'],
  ['invitation', 'invited_by'],
  ['invitation', 'accepted_by'],
  ['inquiry', 'person_id'],
  ['need', 'created_by'],
  ['meeting_setting', 'instant_by'],
  ['meeting_participant', 'person_id'],
  ['meeting_event', 'person_id'],
  ['meeting_outcome', 'person_id'],
  ['sample_order', 'buyer_person_id'],
  ['sample_order_event', 'person_id'],
] as const

/**
 * Erases what has been kept long enough. Rows stay where they are counted or where something refers to them;
 * what is personal in them goes. Doing it again changes nothing.
 */
export async function forgetOld(db: Database, now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`
  const before = (days: number) => sql`${at} - make_interval(days => ${days}::int)`

  // Codes and links open something: they go with their time, long before the rest.
  await db.execute(sql`
    update message set variables = variables - 'code' - 'token'
    where template in ('sign-in-code', 'organisation-invitation')
      and expires_at < ${at} and (variables ? 'code' or variables ? 'token')`)
  await db.execute(sql`
    update message set variables = '{}', address = null
    where ${SETTLED} and (variables <> '{}' or address is not null)
      and coalesce(settled_at, read_at, delivered_at, sent_at, created_at) < ${before(KEPT_DAYS.messages)}`)
  await db.execute(sql`
    update message_attempt set address_key = ''
    where address_key <> '' and started_at < ${before(KEPT_DAYS.messages)}`)

  await db.execute(sql`delete from whatsapp_status where created_at < ${before(KEPT_DAYS.statuses)}`)
  await db.execute(
    sql`update whatsapp_received set content = null where content is not null and result is not null`,
  )
  await db.execute(sql`delete from whatsapp_received where created_at < ${before(KEPT_DAYS.received)}`)

  await db.execute(sql`
    update inquiry set erased_at = ${at}, message = null, contact_name = null, contact_email = null,
      contact_phone_e164 = null
    where erased_at is null and created_at < ${before(KEPT_DAYS.inquiries)}`)

  // Two years after its end; or, of somebody who was deleted meanwhile, as soon as the parcel is on its way.
  const forgotten = sql`erased_at is null and state not in ('awaiting', 'paid', 'packed') and (
    coalesce(ended_at, received_at) < ${before(KEPT_DAYS.samples)}
    or buyer_person_id in (select id from person where deleted_at is not null))`
  await db.execute(sql`
    update sample_feedback set note = null
    where note is not null and order_id in (select id from sample_order where ${forgotten})`)
  await db.execute(sql`
    update payment set proof_key = null
    where proof_key is not null and order_id in (select id from sample_order where ${forgotten})`)
  // What a pesantren told of its parcel may hold its buyer's address; while the bank decides it is of use.
  await db.execute(sql`
    delete from dispute_evidence where order_id in (
      select id from sample_order where (erased_at is not null or (${forgotten})) and dispute is distinct from 'open')`)
  await db.execute(sql`
    update sample_order set deliver_to = null, buyer_note = null, erased_at = ${at}, parcel_key = null,
      end_reason = case when ended_by = 'buyer' then null else end_reason end
    where ${forgotten}`)

  await db.execute(
    sql`delete from joining where handed_in_at is null and updated_at < ${before(KEPT_DAYS.joinings)}`,
  )
  // Whoever proved an address and never said who they are, nor agreed to anything. Somebody to whom anything else
  // refers has been more than that: their meetings, inquiries and claims are facts that stay.
  await db.execute(sql`
    delete from person p
    where p.name = '' and p.deleted_at is null and p.updated_at < ${before(KEPT_DAYS.joinings)}
      and not exists (select from session where person_id = p.id and expires_at > ${at})
      and ${sql.join(
        NEVER_FORGOTTEN.map(([table, column]) =>
          sql.raw(`not exists (select from ${table} where ${column} = p.id)`),
        ),
        sql` and `,
      )}`)
  await db.execute(sql`
    update invitation set address = null
    where address is not null and (accepted_at is not null or revoked_at is not null or expires_at < ${at})`)
  await db.execute(sql`
    update organisation_claim set note = null
    where note is not null and decided_at < ${before(KEPT_DAYS.claims)}`)
  // The history once had a copy of it.
  await db.execute(sql`update verification_event set text = null where kind = 'claimed' and text is not null`)
  await db.execute(sql`delete from verification where expires_at < ${at}`)
}
