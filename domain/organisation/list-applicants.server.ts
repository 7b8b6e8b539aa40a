import { type SQL, sql } from 'drizzle-orm'
import { requireOrganiser } from '../shared/acting'
import type { Context } from '../shared/context'
import type { ApplicantList, ApplicantRow, QueueKind, QueueState } from './applicant-view'

export const APPLICANTS_PER_PAGE = 20

export interface ListApplicantsInput {
  state: QueueState
  /** Null: all. */
  kind: QueueKind | null
  /** Null: all; of a claim that of the organisation. */
  regencyCode: string | null
  page: number
}

interface Counted {
  counts: Record<QueueState, number>
  total: number
  regencies: { code: string; name: string }[]
  [key: string]: unknown
}
type Row = Omit<ApplicantRow, 'since'> & { since: string; [key: string]: unknown }

/**
 * Who waits for the organiser's word, who is to answer it, and who was turned away: those that wait longest
 * first, the rejected the last one first. A page beyond the last is the last. Two queries.
 * @throws AppError 'forbidden' for everybody but the organiser, who sees sample or real as it is itself.
 */
export async function listApplicants(context: Context, input: ListApplicantsInput): Promise<ApplicantList> {
  const { isSample } = requireOrganiser(context.actor)
  const queue = queueOf(isSample)
  const chosen = sql`queue.state = ${input.state}
    and (${input.kind}::text is null or queue.kind = ${input.kind})
    and (${input.regencyCode}::text is null or queue.regency_code = ${input.regencyCode})`
  const [counted] = await context.db.execute<Counted>(sql`
    with queue as (${queue})
    select
      json_build_object(
        'waiting', count(*) filter (where state = 'waiting'),
        'asked-back', count(*) filter (where state = 'asked-back'),
        'rejected', count(*) filter (where state = 'rejected')) as counts,
      (count(*) filter (where ${chosen}))::int as total,
      coalesce((select json_agg(json_build_object('code', r.code, 'name', r.name) order by r.kind, r.name)
        from regency r where r.code in (select regency_code from queue)), '[]') as regencies
    from queue`)
  const { counts, total, regencies } = counted ?? {
    counts: { waiting: 0, 'asked-back': 0, rejected: 0 },
    total: 0,
    regencies: [],
  }
  const pages = Math.max(1, Math.ceil(total / APPLICANTS_PER_PAGE))
  const page = Math.min(Math.max(1, Math.trunc(input.page) || 1), pages)
  const rows = await context.db.execute<Row>(sql`
    with queue as (${queue})
    select queue.id as "organisationId", queue.kind, o.name, o.name_arabic as "nameArabic",
      queue.shown as state, queue.since, o.country_code as "countryCode", o.is_sample as "isSample",
      case when r.code is not null then json_build_object('code', r.code, 'name', r.name) end as regency
    from queue
    join organisation o on o.id = queue.id
    left join regency r on r.code = queue.regency_code
    where ${chosen}
    order by ${input.state === 'rejected' ? sql`queue.since desc` : sql`queue.since`}, queue.id
    limit ${APPLICANTS_PER_PAGE} offset ${(page - 1) * APPLICANTS_PER_PAGE}`)
  return {
    rows: rows.map((row) => ({ ...row, since: new Date(row.since) })),
    page,
    pages,
    total,
    counts,
    regencies,
  }
}

/** Organisations that aren't let in, and claims to those that are here. */
function queueOf(isSample: boolean): SQL {
  return sql`
    select o.id, o.kind, o.regency_code, coalesce(o.verification_at,
        (select max(e.created_at) from verification_event e where e.organisation_id = o.id), o.created_at) as since,
      case o.verification when 'pending' then 'waiting' else o.verification end as state,
      case when o.verification = 'pending' and (
        select e.kind from verification_event e where e.organisation_id = o.id order by e.id desc limit 1
      ) = 'answered' then 'answered' else o.verification end as shown
    from organisation o
    where o.is_sample = ${isSample} and o.verification in ('pending', 'asked-back', 'rejected')
    union all
    select o.id, 'claim', o.regency_code, c.created_at, 'waiting', 'claim'
    from organisation_claim c join organisation o on o.id = c.organisation_id
    where c.state = 'pending' and o.is_sample = ${isSample} and o.verification <> 'closed'`
}
