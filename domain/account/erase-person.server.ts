import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { appendOutbox } from '~/db/outbox.server'
import { account } from '~/db/schema/account'
import { seat } from '~/db/schema/availability'
import { consent } from '~/db/schema/consent'
import { invitation } from '~/db/schema/invitation'
import { joining } from '~/db/schema/joining'
import { membership } from '~/db/schema/membership'
import { oneTimeCode } from '~/db/schema/one-time-code'
import { organisation } from '~/db/schema/organisation'
import { person } from '~/db/schema/person'
import { session } from '~/db/schema/session'
import { organisationClaim } from '~/db/schema/verification-event'
import type { Transaction } from '~/db/transaction.server'
import { revokeOpenInvitations } from '../shared/call-back-invitation.server'
import type { Context } from '../shared/context'
import { inquiryOf, isMine, messageTo } from './export-queries.server'
import type { OwnPerson } from './own-person.server'

/**
 * Takes a person out of everything: name, addresses, ways to sign in, sessions, memberships, what was sent to
 * them and what they wrote in the inquiry form. The row itself stays, empty, for the meetings, needs and
 * figures that point at it; so do their consents, which say when they ended and nothing else about anybody.
 */
export async function erasePerson(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  own: OwnPerson,
): Promise<void> {
  const { now } = context
  const at = sql`${now.toISOString()}::timestamptz`
  const ownId = sql`${own.id}::uuid`
  const phone = own.phoneVerified ? own.phoneE164 : null

  await revokeOpenInvitations(tx, context, { which: eq(invitation.invitedBy, own.id), why: 'inviter-left' })
  await leaveOrganisations(tx, context, own)
  // What others were told of them, and they of others.
  await tx.execute(sql`
    update message set variables = jsonb_set(variables, '{from}', 'null')
    where template = 'inquiry-received' and variables ? 'from'
      and about_id in (select i.id from inquiry i where ${inquiryOf(own)})`)
  await tx.execute(sql`
    update message set variables = variables - 'inviter'
    where about_kind = 'invitation' and state not in ('waiting', 'sending', 'unknown') and variables ? 'inviter'
      and about_id in (select id from invitation where invited_by = ${ownId})`)
  await tx.execute(sql`
    update message_attempt set address_key = ''
    where address_key <> '' and message_id in (select message.id from message where ${messageTo(own)})`)
  await tx.execute(sql`
    update message set
      state = case when state in ('waiting', 'sending', 'unknown', 'kept', 'dead') then 'void' else state end,
      failure = case when state in ('waiting', 'sending', 'unknown', 'kept', 'dead') then 'person-deleted' else failure end,
      settled_at = coalesce(settled_at, ${at}), updated_at = ${at},
      variables = '{}', address = null, person_id = null
    where ${messageTo(own)}`)
  await tx.execute(sql`
    update inquiry i set person_id = null, message = null, contact_name = null, contact_email = null,
      contact_phone_e164 = null, erased_at = coalesce(i.erased_at, ${at})
    where ${inquiryOf(own)}`)
  await eraseSamples(tx, own.id, at)
  await tx.execute(sql`
    update whatsapp_received set from_e164 = null, user_id = null, content = null,
      result = coalesce(result, 'ignored')
    where from_e164 = ${phone}::text`)

  await tx.execute(sql`
    update invitation set address = null,
      revoked_at = case when accepted_at is null then coalesce(revoked_at, ${at}) else revoked_at end
    where accepted_by = ${ownId} or ${isMine('channel', 'address', own)}`)
  await tx
    .update(organisationClaim)
    .set({
      note: null,
      state: sql`case when ${organisationClaim.state} = 'pending' then 'withdrawn' else ${organisationClaim.state} end`,
      decidedAt: sql`coalesce(${organisationClaim.decidedAt}, ${at})`,
    })
    .where(eq(organisationClaim.personId, own.id))
  await tx.execute(
    sql`update verification_event set text = null where kind = 'claimed' and person_id = ${ownId}`,
  )
  await tx
    .update(consent)
    .set({ withdrawnAt: now })
    .where(and(eq(consent.personId, own.id), isNull(consent.withdrawnAt)))

  await tx
    .delete(oneTimeCode)
    .where(
      or(eq(oneTimeCode.personId, own.id), isMine('one_time_code.channel', 'one_time_code.address', own)),
    )
  await tx.delete(joining).where(eq(joining.personId, own.id))
  await tx.delete(account).where(eq(account.personId, own.id))
  await tx.delete(session).where(eq(session.personId, own.id))
  await tx.delete(membership).where(eq(membership.personId, own.id))
  await tx
    .update(person)
    .set({
      name: '',
      email: null,
      emailVerified: false,
      image: null,
      phoneE164: null,
      phoneVerified: false,
      timeZone: null,
      deletedAt: now,
      updatedAt: now,
    })
    .where(eq(person.id, own.id))
}

/**
 * What the organisations that go on had of the person: their own number isn't the organisation's any longer, and
 * no seat is called after them.
 */
async function leaveOrganisations(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  own: OwnPerson,
): Promise<void> {
  const { now } = context
  const theirs = tx
    .select({ id: membership.organisationId })
    .from(membership)
    .where(eq(membership.personId, own.id))
  if (own.phoneE164) {
    const within = own.phoneVerified ? undefined : inArray(organisation.id, theirs)
    const numberless = await tx
      .update(organisation)
      .set({ whatsappE164: null, version: sql`${organisation.version} + 1`, updatedAt: now })
      .where(and(eq(organisation.whatsappE164, own.phoneE164), within))
      .returning({ id: organisation.id, kind: organisation.kind })
    for (const { id, kind } of numberless)
      if (kind === 'pesantren')
        await appendOutbox(tx, context, { topic: 'booth.changed', payload: { organisationId: id } })
  }
  if (own.name.trim()) {
    await tx
      .update(seat)
      .set({ name: null })
      .where(
        and(
          inArray(seat.organisationId, theirs),
          sql`lower(btrim(${seat.name})) = ${own.name.trim().toLowerCase()}`,
        ),
      )
  }
}

/**
 * What was bought stays, since the books are about it; where it went and what its buyer wrote go. A parcel that is
 * paid and not sent yet keeps its address until it is, one that nobody has paid until it lapses, which is now: see
 * worker/forget-old.ts.
 */
async function eraseSamples(tx: Transaction, personId: string, at: SQL): Promise<void> {
  const mine = sql`buyer_person_id = ${personId}::uuid`
  await tx.execute(sql`
    update sample_feedback set note = null
    where note is not null and order_id in (select id from sample_order where ${mine})`)
  await tx.execute(sql`
    update payment set proof_key = null
    where proof_key is not null and order_id in (select id from sample_order where ${mine})`)
  await tx.execute(sql`
    update sample_order set expires_at = ${at}, version = version + 1, updated_at = ${at}
    where ${mine} and state = 'awaiting' and expires_at > ${at}`)
  await tx.execute(sql`
    update sample_order set deliver_to = null, buyer_note = null, erased_at = ${at},
      end_reason = case when ended_by = 'buyer' then null else end_reason end,
      version = version + 1, updated_at = ${at}
    where ${mine} and erased_at is null and state not in ('awaiting', 'paid', 'packed')`)
}
