import { and, desc, eq, sql } from 'drizzle-orm'
import { meeting } from '~/db/schema/meeting'
import { need } from '~/db/schema/need'
import { organisation } from '~/db/schema/organisation'
import { regency } from '~/db/schema/region'
import { actingMembership, isOrganiser, mayWrite } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { visibleNeeds } from './need-row.server'
import type { NeedView } from './need-view'

export const NEEDS_PER_PAGE = 20

/** One line of the list of needs. */
export interface NeedRow
  extends Pick<
    NeedView,
    | 'id'
    | 'state'
    | 'field'
    | 'productWords'
    | 'locale'
    | 'monthlyVolume'
    | 'unit'
    | 'targetPriceMinor'
    | 'requiredPapers'
    | 'destinationCountry'
    | 'destinationRegency'
    | 'destinationPlace'
    | 'neededBy'
    | 'createdAt'
    | 'closedAt'
  > {
  organisationName: string
  isSample: boolean
  /** Meetings about it that wait for an answer, and those that were agreed. */
  requested: number
  booked: number
}

export interface NeedList {
  rows: NeedRow[]
  /** From 1. */
  page: number
  pages: number
  total: number
  /** How many of all are open. */
  open: number
  /** The organiser reads everybody's and writes none. */
  isOrganiser: boolean
  /** May the reader state needs? */
  mayState: boolean
}

/**
 * The organisation's needs, or for the organiser everybody's: the open ones first, the newest of each first.
 * A page beyond the last is the last. Two queries.
 * @throws AppError 'forbidden' for a visitor and a person without an organisation.
 */
export async function listNeeds(context: Context, { page }: { page: number }): Promise<NeedList> {
  const { db, actor, now } = context
  const acting = actingMembership(actor)
  const visible = visibleNeeds(actor)
  if (!acting || !visible) throw new AppError('forbidden')
  const [counted] = await db
    .select({
      total: sql<number>`count(*)::int`,
      open: sql<number>`(count(*) filter (where ${need.state} = 'open'))::int`,
    })
    .from(need)
    .where(visible)
  const { total = 0, open = 0 } = counted ?? {}
  const pages = Math.max(1, Math.ceil(total / NEEDS_PER_PAGE))
  const shown = Math.min(Math.max(1, page), pages)
  const at = now.toISOString()
  const meetings = db
    .select({
      // What ran out is no longer asked for, also where nobody has written it down yet.
      requested:
        sql<number>`(count(*) filter (where ${meeting.state} = 'requested' and ${meeting.expiresAt} > ${at}::timestamptz))::int`.as(
          'requested',
        ),
      booked: sql<number>`(count(*) filter (where ${meeting.state} in ('booked', 'held')))::int`.as('booked'),
    })
    .from(meeting)
    .where(eq(meeting.needId, need.id))
    .as('meetings')
  const rows = await db
    .select({
      need,
      organisationName: organisation.name,
      regency: { code: regency.code, name: regency.name },
      requested: meetings.requested,
      booked: meetings.booked,
    })
    .from(need)
    .innerJoin(organisation, eq(organisation.id, need.organisationId))
    .leftJoin(regency, eq(regency.code, need.destinationRegency))
    .leftJoinLateral(meetings, sql`true`)
    .where(and(visible))
    .orderBy(sql`${need.state} = 'closed'`, desc(need.createdAt), desc(need.id))
    .limit(NEEDS_PER_PAGE)
    .offset((shown - 1) * NEEDS_PER_PAGE)
  return {
    rows: rows.map((row) => ({
      id: row.need.id,
      state: row.need.state,
      field: row.need.field,
      productWords: row.need.productWords,
      locale: row.need.locale,
      monthlyVolume: row.need.monthlyVolume,
      unit: row.need.unit,
      targetPriceMinor: row.need.targetPriceMinor,
      requiredPapers: row.need.requiredPapers,
      destinationCountry: row.need.destinationCountry,
      destinationRegency: row.regency,
      destinationPlace: row.need.destinationPlace,
      neededBy: row.need.neededBy,
      createdAt: row.need.createdAt,
      closedAt: row.need.closedAt,
      isSample: row.need.isSample,
      organisationName: row.organisationName,
      requested: row.requested ?? 0,
      booked: row.booked ?? 0,
    })),
    page: shown,
    pages,
    total,
    open,
    isOrganiser: isOrganiser(actor),
    mayState: mayWrite(acting),
  }
}
