import { eq, sql } from 'drizzle-orm'
import { organisation } from '~/db/schema/organisation'
import { actingMembership, mayWrite } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { HALL_ZONE } from '../shared/hall-zone'
import { compareWeeks, daysUpTo } from './figures'
import { nextStep, type StudioHome } from './studio-home'

const hallDay = new Intl.DateTimeFormat('en-CA', { timeZone: HALL_ZONE })

/**
 * Where the booth for which the actor acts stands, who waits for an answer, and what helps most now: one query. For
 * everybody of the pesantren, those who only read too.
 * @throws AppError 'forbidden' for everybody who is not of a pesantren.
 */
export async function readStudioHome({
  db,
  actor,
  now,
}: Pick<Context, 'db' | 'actor' | 'now'>): Promise<StudioHome> {
  const acting = actingMembership(actor)
  if (acting?.organisationKind !== 'pesantren') throw new AppError('forbidden')
  const { organisationId: id } = acting
  const at = sql`${now.toISOString()}::timestamptz`
  // The last seven whole days, and the seven before them.
  const days = daysUpTo(hallDay.format(now), 15)
  const [from, half, today] = [days[0] ?? '', days[7] ?? '', days[14] ?? '']
  const midnight = (day: string) => sql`${day}::date::timestamp at time zone ${sql.raw(`'${HALL_ZONE}'`)}`
  const goods = (states: string) =>
    sql<number>`(select count(*) from product p where p.organisation_id = ${id} and ${sql.raw(states)})::int`
  const visits = (since: string, until: string) =>
    sql<number>`coalesce((select sum(v.count) from visit_day v where v.organisation_id = ${id}
      and v.kind <> 'product' and v.day >= ${since}::date and v.day < ${until}::date), 0)::int`
  const inquiries = (which: string) =>
    sql<number>`(select count(*) from inquiry i where i.organisation_id = ${id} and ${sql.raw(which)})::int`
  const meetings = (which: ReturnType<typeof sql>) =>
    sql<number>`(select count(*) from meeting m join meeting_participant p on p.meeting_id = m.id
      where p.organisation_id = ${id} and ${which})::int`
  const [row] = await db
    .select({
      slug: organisation.slug,
      boothState: organisation.boothState,
      isSample: organisation.isSample,
      hasStory: sql<boolean>`${organisation.story} is not null`,
      hasPhone: sql<boolean>`${organisation.whatsappE164} is not null`,
      pavilion: sql<number | null>`(select pt.pavilion_number from participation pt
        join edition e on e.id = pt.edition_id and e.is_open
        where pt.organisation_id = ${id} and pt.slot is not null and pt.closed_at is null limit 1)`,
      published: goods(`p.state = 'published'`),
      drafts: goods(`p.state = 'draft'`),
      hidden: goods(`p.state = 'hidden'`),
      photos: sql<number>`(select count(*) from photo f where f.organisation_id = ${id} and f.state = 'ready'
        and f.removed_at is null)::int`,
      newInquiries: inquiries(`i.state = 'new'`),
      outcomes: inquiries(`i.state = 'answered' and i.outcome is null`),
      requests: meetings(sql`p.side = 'host' and m.state = 'requested' and m.expires_at > ${at}`),
      samples: sql<number>`(select count(*) from sample_order s where s.organisation_id = ${id}
        and s.state in ('paid', 'packed'))::int`,
      upcoming: meetings(sql`m.state = 'booked' and m.ends_at > ${at}`),
      hasOpenTimes: sql<boolean>`exists (select from open_time t where t.organisation_id = ${id})`,
      now: visits(half, today),
      before: visits(from, half),
      weekInquiries: sql<number>`(select count(*) from inquiry i where i.organisation_id = ${id}
        and i.created_at >= ${midnight(half)} and i.created_at < ${midnight(today)})::int`,
      weekMeetings: meetings(
        sql`p.side = 'host' and m.created_at >= ${midnight(half)} and m.created_at < ${midnight(today)}`,
      ),
    })
    .from(organisation)
    .where(eq(organisation.id, id))
  if (!row) throw new AppError('not-found')
  const { slug, boothState, pavilion, published, drafts, hidden, photos, upcoming, before } = row
  const waiting = {
    inquiries: row.newInquiries,
    requests: row.requests,
    outcomes: row.outcomes,
    samples: row.samples,
  }
  const week = { now: row.now, before }
  return {
    slug,
    boothState,
    pavilion,
    mayWrite: mayWrite(acting),
    goods: { published, drafts, hidden },
    photos,
    waiting,
    upcoming,
    week: { kind: compareWeeks(week), ...week, inquiries: row.weekInquiries, meetings: row.weekMeetings },
    next: nextStep({
      boothState,
      goods: { published, drafts },
      hasStory: row.hasStory,
      needsNumber: !row.isSample && !row.hasPhone,
      photos,
      hasOpenTimes: row.hasOpenTimes,
      waiting,
    }),
  }
}
