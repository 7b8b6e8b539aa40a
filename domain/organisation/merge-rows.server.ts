import { eq, type SQL, sql } from 'drizzle-orm'
import { invitation } from '~/db/schema/invitation'
import type { Transaction } from '~/db/transaction.server'
import { revokeOpenInvitations } from '../shared/call-back-invitation.server'
import type { SeatPlan } from './merge-seats'

interface Merge {
  kept: string
  gone: string
  plan: SeatPlan
  now: Date
}

/**
 * Everything that is one organisation's becomes another's; both rows and all their seats are locked. What the one
 * that stays has said of itself stays; what it has left open is filled in.
 */
export async function mergeRows(tx: Transaction, { kept, gone, plan, now }: Merge): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`
  // Whoever was invited to the one hasn't been invited to the other.
  await revokeOpenInvitations(tx, { now }, { which: eq(invitation.organisationId, gone), why: 'merged' })
  for (const statement of [
    ...people(kept, gone, at),
    ...goods(kept, gone, at),
    ...samples(kept, gone, at),
    ...openTimes(kept, gone),
    ...booths(kept, gone, at),
    ...words(kept, gone, at),
    ...facts(kept, gone, at),
  ]) {
    await tx.execute(statement)
  }
  for (const number of plan.retired) {
    await tx.execute(sql`insert into seat (organisation_id, number, retired_at, created_at)
      values (${kept}, ${number}, ${at}, ${at})`)
  }
  await moveMeetings(tx, kept, gone, plan)
}

/** Members, with the higher of two roles; their sessions act for the one that stays. */
function people(kept: string, gone: string, at: SQL): SQL[] {
  const rank = (role: SQL) => sql`array_position(array['member', 'editor', 'owner'], ${role})`
  return [
    sql`insert into membership (person_id, organisation_id, role, created_at)
      select person_id, ${kept}, role, created_at from membership where organisation_id = ${gone}
      on conflict (person_id, organisation_id) do update set role = excluded.role
      where ${rank(sql`excluded.role`)} > ${rank(sql`membership.role`)}`,
    sql`delete from membership where organisation_id = ${gone}`,
    sql`update session set organisation_id = ${kept}, updated_at = ${at} where organisation_id = ${gone}`,
    sql`update invitation set organisation_id = ${kept} where organisation_id = ${gone}`,
    sql`update joining set claimed_id = ${kept}, updated_at = ${at} where claimed_id = ${gone}`,
    // Who claims both needs one answer.
    sql`update organisation_claim c set state = 'withdrawn', decided_at = ${at}
      where c.organisation_id = ${gone} and c.state = 'pending' and exists (
        select from organisation_claim k where k.organisation_id = ${kept} and k.person_id = c.person_id
          and k.state = 'pending')`,
    sql`update organisation_claim set organisation_id = ${kept} where organisation_id = ${gone}`,
  ]
}

/** Goods stand after those that were there; papers that both have said are one. */
function goods(kept: string, gone: string, at: SQL): SQL[] {
  return [
    sql`update product set organisation_id = ${kept}, updated_at = ${at}, position = position + 1 + (
        select coalesce(max(position), -1) from product where organisation_id = ${kept})
      where organisation_id = ${gone}`,
    sql`delete from certificate c where c.organisation_id = ${gone} and c.product_id is null and exists (
        select from certificate k where k.organisation_id = ${kept} and k.product_id is null
          and k.kind = c.kind and k.number is not distinct from c.number and k.state = c.state
          and k.expires_on is not distinct from c.expires_on)`,
    sql`update certificate set organisation_id = ${kept}, updated_at = ${at} where organisation_id = ${gone}`,
    // History goes with its goods; the booth's stays with the row whose booth it was.
    sql`update revision set organisation_id = ${kept} where organisation_id = ${gone} and subject = 'product'`,
    sql`update need set organisation_id = ${kept}, updated_at = ${at} where organisation_id = ${gone}`,
    sql`update need set about_organisation_id = ${kept} where about_organisation_id = ${gone}`,
    sql`update inquiry set organisation_id = ${kept} where organisation_id = ${gone}`,
    // Photographs stand after those that were there; what is on its way comes to the one that stays.
    sql`update photo set organisation_id = ${kept}, updated_at = ${at}, position = position + 1 + (
        select coalesce(max(k.position), -1) from photo k where k.organisation_id = ${kept} and k.product_id is null)
      where organisation_id = ${gone} and product_id is null`,
    sql`update photo set organisation_id = ${kept}, updated_at = ${at} where organisation_id = ${gone}`,
    sql`update upload set organisation_id = ${kept} where organisation_id = ${gone}`,
    // Both were looked at.
    sql`insert into visit_day (organisation_id, day, kind, product_id, count)
      select ${kept}, day, kind, product_id, count from visit_day where organisation_id = ${gone}
      on conflict on constraint visit_day_once_key do update set count = visit_day.count + excluded.count`,
    sql`delete from visit_day where organisation_id = ${gone}`,
    // Read on another's shelf, it would say something else.
    sql`delete from product_import where organisation_id = ${gone}`,
  ]
}

/**
 * Offers go with their goods; what parcels cost is the one's own, or else the other's. The books are never changed:
 * what is owed to the one that goes is owed to the one that it became, see `merged_into`.
 */
function samples(kept: string, gone: string, at: SQL): SQL[] {
  return [
    sql`update shipping_rate set organisation_id = ${kept} where organisation_id = ${gone}
      and not exists (select from shipping_rate k where k.organisation_id = ${kept})`,
    sql`delete from shipping_rate where organisation_id = ${gone}`,
    sql`update sample_order set organisation_id = ${kept}, updated_at = ${at} where organisation_id = ${gone}`,
    sql`update sample_order set buyer_organisation_id = ${kept}, updated_at = ${at}
      where buyer_organisation_id = ${gone}`,
    sql`update payout set organisation_id = ${kept} where organisation_id = ${gone}`,
  ]
}

/** Those of the one that stays, if it has said any; else the other's. */
function openTimes(kept: string, gone: string): SQL[] {
  const untold = sql`not exists (select from open_time k where k.organisation_id = ${kept})
    and not exists (select from meeting_setting k where k.organisation_id = ${kept})`
  return [
    sql`update open_time set organisation_id = ${kept} where organisation_id = ${gone} and ${untold}`,
    sql`update open_time_exception set organisation_id = ${kept} where organisation_id = ${gone}
      and not exists (select from open_time_exception k where k.organisation_id = ${kept})
      and not exists (select from meeting_setting k where k.organisation_id = ${kept})`,
    sql`update meeting_setting set organisation_id = ${kept} where organisation_id = ${gone}
      and not exists (select from meeting_setting k where k.organisation_id = ${kept})`,
  ]
}

/** In each edition one booth: its own, or else the other's; slots stay where they are, also the closed ones. */
function booths(kept: string, gone: string, at: SQL): SQL[] {
  const both = sql`from participation k where k.edition_id = g.edition_id and k.organisation_id = ${kept}`
  return [
    // The award goes with the sign.
    sql`update participation k set award = g.award, award_year = g.award_year, award_source = g.award_source,
        updated_at = ${at}
      from participation g where g.edition_id = k.edition_id and g.organisation_id = ${gone}
        and k.organisation_id = ${kept} and k.award is null and g.award is not null`,
    // History beside the other's booth: the booth takes its award along.
    sql`update participation g set award = coalesce(g.award, k.award), award_year = coalesce(g.award_year, k.award_year),
        award_source = coalesce(g.award_source, k.award_source)
      from participation k where k.edition_id = g.edition_id and k.organisation_id = ${kept}
        and g.organisation_id = ${gone} and k.slot is null and g.slot is not null`,
    sql`delete from participation k where k.organisation_id = ${kept} and k.slot is null and exists (
        select from participation g where g.edition_id = k.edition_id and g.organisation_id = ${gone}
          and g.slot is not null)`,
    sql`update participation g set organisation_id = ${kept}, updated_at = ${at}
      where g.organisation_id = ${gone} and not exists (select ${both})`,
    sql`delete from participation g where g.organisation_id = ${gone} and g.slot is null and exists (
        select ${both} and (g.award is null or (k.award, k.award_year) is not distinct from (g.award, g.award_year)))`,
    sql`update participation g set closed_at = ${at}, updated_at = ${at}
      where g.organisation_id = ${gone} and g.slot is not null and g.closed_at is null`,
  ]
}

/** Messages, with the log of the one that stays. */
function words(kept: string, gone: string, at: SQL): SQL[] {
  return [
    sql`update message set organisation_id = ${kept}, updated_at = ${at} where organisation_id = ${gone}`,
    sql`update message set about_id = ${kept}, updated_at = ${at}
      where about_kind = 'organisation' and about_id = ${gone}`,
  ]
}

function facts(kept: string, gone: string, at: SQL): SQL[] {
  const filled = [
    'name_arabic',
    'field',
    'story',
    'reported_products',
    'reported_capacity',
    'reported_sources',
    'spoken_languages',
    'has_exported',
    'whatsapp_e164',
    'country_code',
  ].map(
    (name) => sql`${sql.identifier(name)} = coalesce(k.${sql.identifier(name)}, g.${sql.identifier(name)})`,
  )
  return [
    // Before the number itself: it is proved with the number that it belongs to. The look stays the one's own.
    sql`insert into booth_profile as k (organisation_id, name_english, sign_latin, sign_arabic, address,
        opening_hours, video_url, whatsapp_proven_at, created_at, updated_at)
      select ${kept}, name_english, sign_latin, sign_arabic, address, opening_hours, video_url,
        case when (select whatsapp_e164 from organisation where id = ${kept}) is null then whatsapp_proven_at end,
        ${at}, ${at}
      from booth_profile where organisation_id = ${gone}
      on conflict (organisation_id) do update set
        name_english = coalesce(k.name_english, excluded.name_english),
        sign_latin = coalesce(k.sign_latin, excluded.sign_latin),
        sign_arabic = coalesce(k.sign_arabic, excluded.sign_arabic),
        address = coalesce(k.address, excluded.address),
        opening_hours = coalesce(k.opening_hours, excluded.opening_hours),
        video_url = coalesce(k.video_url, excluded.video_url),
        whatsapp_proven_at = coalesce(k.whatsapp_proven_at, excluded.whatsapp_proven_at), updated_at = ${at}`,
    // A district belongs to its regency: both are the one's or the other's.
    sql`update organisation k set ${sql.join(filled, sql`, `)},
        district_code = case when k.regency_code is null or k.regency_code = g.regency_code
          then coalesce(k.district_code, g.district_code) else k.district_code end,
        regency_code = coalesce(k.regency_code, g.regency_code),
        version = k.version + 1, updated_at = ${at}
      from organisation g where k.id = ${kept} and g.id = ${gone}`,
    sql`update organisation set verification = 'closed', verification_at = ${at}, merged_into = ${kept},
        version = version + 1, updated_at = ${at} where id = ${gone}`,
    // What had become the one that goes leads on.
    sql`update organisation set merged_into = ${kept}, updated_at = ${at} where merged_into = ${gone}`,
    sql`delete from organisation_distinct where one = ${gone} or other = ${gone}`,
  ]
}

/** Meetings keep their ids, times and stories; dead ones between the two stay with the row that goes. */
async function moveMeetings(tx: Transaction, kept: string, gone: string, plan: SeatPlan): Promise<void> {
  for (const [meetingId, seat] of plan.seats) {
    await tx.execute(sql`update meeting_participant set organisation_id = ${kept}, seat = ${seat}
      where meeting_id = ${meetingId} and organisation_id = ${gone}`)
  }
  const both = (meetingId: SQL) =>
    sql`exists (select from meeting_participant k where k.meeting_id = ${meetingId} and k.organisation_id = ${kept})`
  await tx.execute(sql`update meeting set proposed_by = ${kept} where proposed_by = ${gone}`)
  await tx.execute(sql`update meeting_participant p set organisation_id = ${kept}
    where p.organisation_id = ${gone} and not ${both(sql`p.meeting_id`)}`)
  await tx.execute(sql`update meeting m set ended_by = ${kept} where ended_by = ${gone} and not exists (
    select from meeting_participant g where g.meeting_id = m.id and g.organisation_id = ${gone})`)
  await tx.execute(sql`update meeting_outcome o set organisation_id = ${kept} where o.organisation_id = ${gone}
    and not exists (select from meeting_outcome k where k.meeting_id = o.meeting_id and k.organisation_id = ${kept})`)
}
