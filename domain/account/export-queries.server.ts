import { type SQL, sql } from 'drizzle-orm'
import type { ExportSection } from './export-view'
import type { OwnPerson } from './own-person.server'

/** An instant as ISO 8601 in UTC, whatever the connection's zone. */
const at = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`)

/** One query for each section; its columns are the fields of the file. */
export function exportQueries(own: OwnPerson): Record<ExportSection, SQL> {
  const me = sql`${own.id}::uuid`
  return {
    profile: sql`
      select name, email, email_verified as "emailProven", phone_e164 as phone, phone_verified as "phoneProven",
        preferred_channel as "firstChannel", locale as language, time_zone as "timeZone", image,
        is_sample as "isSample", ${at('created_at')} as "since", ${at('updated_at')} as "changedAt"
      from person where id = ${me}`,
    signIn: sql`
      select provider_id as "by", ${at('created_at')} as "since", ${at('updated_at')} as "changedAt"
      from account where person_id = ${me} order by created_at`,
    sessions: sql`
      select ${at('s.created_at')} as "since", ${at('s.expires_at')} as "until", o.name as "actingFor"
      from session s left join organisation o on o.id = s.organisation_id
      where s.person_id = ${me} order by s.created_at`,
    consents: sql`
      select kind, text, text_version as "version", locale as language, ${at('granted_at')} as "grantedAt",
        ${at('withdrawn_at')} as "withdrawnAt"
      from consent where person_id = ${me} order by granted_at, id`,
    organisations: sql`
      select o.name as organisation, o.kind, m.role, ${at('m.created_at')} as "since"
      from membership m join organisation o on o.id = m.organisation_id
      where m.person_id = ${me} order by m.created_at`,
    joining: sql`
      select j.kind, j.fields, o.name as "claims", ${at('j.created_at')} as "since", ${at('j.updated_at')} as "changedAt",
        ${at('j.handed_in_at')} as "handedInAt"
      from joining j left join organisation o on o.id = j.claimed_id where j.person_id = ${me}`,
    claims: sql`
      select o.name as organisation, c.state, c.note, c.reason, ${at('c.created_at')} as "since",
        ${at('c.decided_at')} as "decidedAt"
      from organisation_claim c join organisation o on o.id = c.organisation_id
      where c.person_id = ${me} order by c.created_at`,
    verification: sql`
      select o.name as organisation, e.kind, e.text, ${at('e.created_at')} as "at"
      from verification_event e join organisation o on o.id = e.organisation_id
      where e.person_id = ${me} order by e.id`,
    // The address of somebody else who was invited is theirs.
    invitations: sql`
      select o.name as organisation, i.role,
        case when i.invited_by = ${me} then 'sent' else 'received' end as "direction", i.channel,
        case when i.invited_by is distinct from ${me} then i.address end as address,
        ${at('i.created_at')} as "sentAt", ${at('i.accepted_at')} as "acceptedAt", ${at('i.revoked_at')} as "revokedAt"
      from invitation i join organisation o on o.id = i.organisation_id
      where i.invited_by = ${me} or i.accepted_by = ${me} or ${isMine('i.channel', 'i.address', own)}
      order by i.created_at`,
    needs: sql`
      select o.name as organisation, n.state, n.field, n.product_words as "product", n.monthly_volume as "monthlyVolume",
        n.unit, n.target_price_minor::float8 as "targetPriceMinor", n.currency, n.required_papers as "requiredPapers",
        n.destination_country as "destinationCountry", n.destination_place as "destinationPlace",
        n.language, n.needed_by::text as "neededBy", n.note, ${at('n.created_at')} as "statedAt",
        ${at('n.closed_at')} as "closedAt"
      from need n join organisation o on o.id = n.organisation_id
      where n.created_by = ${me} order by n.created_at`,
    meetings: sql`
      select m.id as "meeting", m.state, p.side, o.name as organisation, others.names as "with",
        ${at('m.starts_at')} as "startsAt", ${at('m.ends_at')} as "endsAt", m.way, m.end_reason as "endReason"
      from meeting_participant p join meeting m on m.id = p.meeting_id
        join organisation o on o.id = p.organisation_id,
        lateral (select string_agg(oo.name, ', ' order by oo.name) as names
          from meeting_participant op join organisation oo on oo.id = op.organisation_id
          where op.meeting_id = m.id and op.organisation_id <> p.organisation_id) others
      where p.person_id = ${me} order by m.starts_at`,
    meetingEvents: sql`
      select meeting_id as "meeting", kind, reason, ${at('created_at')} as "at"
      from meeting_event where person_id = ${me} order by id`,
    outcomes: sql`
      select meeting_id as "meeting", kind, promised_minor::float8 as "promisedMinor", currency,
        next_step as "nextStep", next_step_on::text as "nextStepOn", ${at('updated_at')} as "at"
      from meeting_outcome where person_id = ${me} order by created_at`,
    openTimes: sql`
      select o.name as organisation, ${at('s.instant_since')} as "instantBookingSince"
      from meeting_setting s join organisation o on o.id = s.organisation_id
      where s.instant_by = ${me} order by o.name`,
    changes: sql`
      select o.name as organisation, p.name as product, r.action as kind,
        array_to_string(r.changed, ', ') as fields,
        case when r.changed = '{}' then r.fields
          else (select jsonb_object_agg(name, r.fields -> name) from unnest(r.changed) name) end as content,
        ${at('r.created_at')} as "at"
      from revision r join organisation o on o.id = r.organisation_id
        left join product p on r.subject = 'product' and p.id = r.subject_id
      where r.person_id = ${me} order by r.created_at, r.id`,
    boothEvents: sql`
      select o.name as organisation, e.kind, e.text, ${at('e.created_at')} as "at"
      from booth_event e join organisation o on o.id = e.organisation_id
      where e.person_id = ${me} order by e.id`,
    photographs: sql`
      select o.name as organisation, p.name as product, f.state, f.alt as text, f.hash as image,
        ${at('f.created_at')} as "sentAt", ${at('f.removed_at')} as "removedAt"
      from photo f join organisation o on o.id = f.organisation_id left join product p on p.id = f.product_id
      where f.created_by = ${me} order by f.created_at, f.id`,
    inquiries: sql`
      select o.name as "to", p.name as product, i.channel, i.state, i.quantity, i.message, i.contact_name as "contactName",
        i.contact_email as "contactEmail", i.contact_phone_e164 as "contactPhone", i.page,
        ${at('i.created_at')} as "at"
      from inquiry i join organisation o on o.id = i.organisation_id left join product p on p.id = i.product_id
      where ${inquiryOf(own)} order by i.created_at`,
    // What somebody bought, and how it came to them; the bank's picture that they sent they have themselves.
    samples: sql`
      select 'S-' || lpad(s.number::text, 6, '0') as "number", o.name as "from", c.name as "actingFor", s.state,
        s.way as "paidBy", s.total_minor::float8 as "totalMinor", s.paid_minor::float8 as "paidMinor",
        s.refunded_minor::float8 as "refundedMinor", s.currency, s.delivery,
        (select string_agg(l.quantity || ' × ' || coalesce(l.name ->> 'id', l.name ->> 'en', l.name ->> 'ar'), ', '
            order by l.position) from sample_order_line l where l.order_id = s.id) as "goods",
        s.deliver_to as "deliverTo", s.buyer_note as "note", s.courier, s.tracking_number as "tracking",
        f.quality, f.as_described as "asDescribed", f.next, f.note as "feedback",
        ${at('s.created_at')} as "at", ${at('s.paid_at')} as "paidAt", ${at('s.sent_at')} as "sentAt",
        ${at('s.received_at')} as "receivedAt", s.end_reason as "endReason"
      from sample_order s join organisation o on o.id = s.organisation_id
        left join organisation c on c.id = s.buyer_organisation_id
        left join sample_feedback f on f.order_id = s.id
      where s.buyer_person_id = ${me} order by s.created_at, s.id`,
    sampleEvents: sql`
      select 'S-' || lpad(s.number::text, 6, '0') as "number", e.kind, e.by, ${at('e.created_at')} as "at"
      from sample_order_event e join sample_order s on s.id = e.order_id
      where e.person_id = ${me} order by e.id`,
    messages: sql`
      select template, variables - 'code' - 'token' as content, locale as language, channel, address, state,
        ${at('created_at')} as "writtenAt", ${at('sent_at')} as "sentAt", ${at('delivered_at')} as "deliveredAt",
        ${at('read_at')} as "readAt"
      from message where ${messageTo(own)} order by created_at, id`,
    whatsapp: sql`
      select kind, content, result, ${at('happened_at')} as "at"
      from whatsapp_received where ${own.phoneVerified ? own.phoneE164 : null}::text = from_e164
      order by happened_at`,
  }
}

const provenMail = (own: OwnPerson) => (own.emailVerified ? (own.email?.toLowerCase() ?? null) : null)
const provenPhone = (own: OwnPerson) => (own.phoneVerified ? own.phoneE164 : null)

/** In SQL: an address column is one of the person's own, proven addresses. */
export function isMine(channel: string, address: string, own: OwnPerson): SQL {
  return sql`coalesce((${sql.raw(channel)} = 'mail' and lower(${sql.raw(address)}) = ${provenMail(own)}::text)
    or (${sql.raw(channel)} = 'whatsapp' and ${sql.raw(address)} = ${provenPhone(own)}::text), false)`
}

/** In SQL, of `message`: one that went to the person, or to one of their addresses. */
export function messageTo(own: OwnPerson): SQL {
  return sql`(message.person_id = ${own.id}::uuid or (message.person_id is null and ${isMine('message.channel', 'message.address', own)}))`
}

/** In SQL, of `inquiry i`: one that the person sent, signed in or with a proven address as its contact. */
export function inquiryOf(own: OwnPerson): SQL {
  return sql`(i.person_id = ${own.id}::uuid or (i.person_id is null and coalesce(
    lower(i.contact_email) = ${provenMail(own)}::text or i.contact_phone_e164 = ${provenPhone(own)}::text, false)))`
}
