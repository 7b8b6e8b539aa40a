import { and, count, eq, gte, sql } from 'drizzle-orm'
import { inquiry } from '~/db/schema/inquiry'
import { meeting, meetingParticipant } from '~/db/schema/meeting'
import { organisation } from '~/db/schema/organisation'
import { product } from '~/db/schema/product'
import { visitDay } from '~/db/schema/visit-day'
import { actingMembership } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { HALL_ZONE } from '../shared/hall-zone'
import { type Locale, localized } from '../shared/locale'
import {
  compareWeeks,
  daysUpTo,
  FIGURES,
  type Figure,
  type FigureDay,
  type FigureDays,
  type Figures,
  type ViewedProduct,
} from './figures'

const MOST_PRODUCTS = 10
/** The two whole weeks before today. */
const WEEKS_DAYS = 15

const hallDay = new Intl.DateTimeFormat('en-CA', { timeZone: HALL_ZONE })

/**
 * How often the booth for which the actor acts was looked at and asked, by day of the hall's zone: five queries,
 * however long the stretch. For everybody of the pesantren, those who only read too.
 * @throws AppError 'forbidden' for everybody who is not of a pesantren.
 */
export async function readFigures(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { days, locale }: { days: FigureDays; locale: Locale },
): Promise<Figures> {
  const acting = actingMembership(actor)
  if (acting?.organisationKind !== 'pesantren') throw new AppError('forbidden')
  const { organisationId } = acting
  // As many as the weeks that are compared, if fewer are shown.
  const span = daysUpTo(hallDay.format(now), Math.max(days, WEEKS_DAYS))
  const from = span[0] ?? ''
  const shownFrom = span.at(-days) ?? from
  // A day begins where the hall is.
  const since = sql`(${from}::date)::timestamp at time zone ${sql.raw(`'${HALL_ZONE}'`)}`
  const dayOf = (column: typeof inquiry.createdAt | typeof meeting.createdAt) =>
    sql<string>`to_char(${column} at time zone ${sql.raw(`'${HALL_ZONE}'`)}, 'YYYY-MM-DD')`

  const [visits, asked, met, [first], products] = await Promise.all([
    db
      .select({ day: visitDay.day, kind: visitDay.kind, count: sql<number>`sum(${visitDay.count})::int` })
      .from(visitDay)
      .where(and(eq(visitDay.organisationId, organisationId), gte(visitDay.day, from)))
      .groupBy(visitDay.day, visitDay.kind),
    db
      .select({ day: dayOf(inquiry.createdAt), count: count() })
      .from(inquiry)
      .where(and(eq(inquiry.organisationId, organisationId), gte(inquiry.createdAt, since)))
      .groupBy(sql`1`),
    db
      .select({ day: dayOf(meeting.createdAt), count: count() })
      .from(meetingParticipant)
      .innerJoin(meeting, eq(meeting.id, meetingParticipant.meetingId))
      .where(
        and(
          eq(meetingParticipant.organisationId, organisationId),
          eq(meetingParticipant.side, 'host'),
          gte(meeting.createdAt, since),
        ),
      )
      .groupBy(sql`1`),
    db
      .select({
        slug: organisation.slug,
        day: sql<
          string | null
        >`(select min(v.day)::text from visit_day v where v.organisation_id = ${organisationId})`,
      })
      .from(organisation)
      .where(eq(organisation.id, organisationId)),
    viewedProducts(db, organisationId, shownFrom),
  ])

  const byDay = new Map<string, FigureDay>(
    span.map((day) => [day, { day, visits: 0, products: 0, inquiries: 0, meetings: 0 }]),
  )
  const add = (day: string, figure: Figure, more: number) => {
    const row = byDay.get(day)
    if (row) row[figure] += more
  }
  let hallVisits = 0
  for (const { day, kind, count } of visits) {
    add(day, kind === 'product' ? 'products' : 'visits', count)
    if (kind === 'hall' && day >= shownFrom) hallVisits += count
  }
  for (const { day, count } of asked) add(day, 'inquiries', count)
  for (const { day, count } of met) add(day, 'meetings', count)

  const all = [...byDay.values()]
  const shown = all.slice(-days)
  const sum = (rows: FigureDay[], figure: Figure) => rows.reduce((total, row) => total + row[figure], 0)
  // Today isn't over: whole days are compared.
  const [before, week] = [all.slice(-15, -8), all.slice(-8, -1)]
  const change = { now: sum(week, 'visits'), before: sum(before, 'visits') }
  return {
    days,
    byDay: shown,
    totals: Object.fromEntries(FIGURES.map((figure) => [figure, sum(shown, figure)])) as Figures['totals'],
    hallVisits,
    week: {
      kind: compareWeeks(change),
      ...change,
      inquiries: sum(week, 'inquiries'),
      meetings: sum(week, 'meetings'),
    },
    products: products.map(({ name, slug, ...row }) => ({
      ...row,
      name: localized(name, locale) ?? { text: slug, lang: 'id' },
    })),
    countedSince: first?.day ?? null,
    boothSlug: first?.slug ?? '',
  }
}

type ViewedRow = Omit<ViewedProduct, 'name'> & Pick<typeof product.$inferSelect, 'name' | 'slug'>

async function viewedProducts(db: Context['db'], organisationId: string, from: string): Promise<ViewedRow[]> {
  // In a query of one table its name is written out: an inquiry has an id too.
  const views = sql<number>`coalesce((select sum(v.count) from visit_day v
    where v.organisation_id = ${organisationId} and v.product_id = product.id and v.day >= ${from}), 0)::int`
  const inquiries = sql<number>`(select count(*) from inquiry i
    where i.organisation_id = ${organisationId} and i.product_id = product.id
      and i.created_at >= (${from}::date)::timestamp at time zone ${sql.raw(`'${HALL_ZONE}'`)})::int`
  const counted = db
    .select({
      id: product.id,
      name: product.name,
      slug: product.slug,
      views: views.as('views'),
      inquiries: inquiries.as('inquiries'),
    })
    .from(product)
    .where(eq(product.organisationId, organisationId))
    .as('counted')
  return db
    .select()
    .from(counted)
    .where(sql`${counted.views} + ${counted.inquiries} > 0`)
    .orderBy(sql`${counted.views} desc, ${counted.inquiries} desc, ${counted.slug}`)
    .limit(MOST_PRODUCTS)
}
