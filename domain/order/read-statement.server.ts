import { eq, sql } from 'drizzle-orm'
import { organisation } from '~/db/schema/organisation'
import { actingMembership } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Actor, Context } from '../shared/context'
import { HALL_ZONE } from '../shared/hall-zone'
import { isId } from '../shared/ids'
import type { LedgerKind } from '../shared/order-enums'
import { nothingOwed, queryOwed } from './owed.server'
import { type Statement, typedMonth } from './statement'

/**
 * A month of a pesantren's statement (this one unless said): for the pesantren its own, for the organiser any of its
 * kind.
 * @throws AppError 'forbidden' for visitors and everybody without a booth, 'not-found' for somebody else's.
 */
export async function readStatement(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  input: { organisationId?: string; month?: string | null },
): Promise<Statement> {
  const organisationId = whose(actor, input.organisationId)
  const [of] = await db
    .select({
      id: organisation.id,
      slug: organisation.slug,
      name: organisation.name,
      nameArabic: organisation.nameArabic,
      kind: organisation.kind,
      isSample: organisation.isSample,
    })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
  const acting = actingMembership(actor)
  if (of?.kind !== 'pesantren' || of.isSample !== acting?.isSample) throw new AppError('not-found')

  const month = typedMonth(input.month) ?? monthOf(now)
  const [rows, months, [owed = nothingOwed(organisationId)]] = await Promise.all([
    queryLines(db, organisationId, month),
    queryMonths(db, organisationId),
    queryOwed(db, { organisationId }),
  ])
  const openingMinor = rows.opening
  let balanceMinor = openingMinor
  const lines = rows.lines.map((row) => {
    const amountMinor = Number(row.amount)
    balanceMinor += amountMinor
    return {
      at: new Date(row.at),
      kind: row.kind,
      amountMinor,
      balanceMinor,
      orderId: row.order_id,
      orderNumber: row.number === null ? null : Number(row.number),
      payout:
        row.payout_id === null
          ? null
          : {
              id: row.payout_id,
              reference: row.reference ?? '',
              paidOn: row.paid_on ?? '',
              hasProof: row.has_proof,
            },
    }
  })
  const { id, slug, name, nameArabic } = of
  const { balanceMinor: nowMinor, waitingMinor, goingBackMinor, releasableMinor } = owed
  return {
    organisation: { id, slug, name, nameArabic },
    month,
    currency: 'IDR',
    openingMinor,
    lines,
    closingMinor: balanceMinor,
    owed: { balanceMinor: nowMinor, waitingMinor, goingBackMinor, releasableMinor },
    months,
  }
}

function whose(actor: Actor, asked: string | undefined): string {
  const acting = actingMembership(actor)
  if (acting?.organisationKind === 'organiser') {
    if (!isId(asked)) throw new AppError('not-found')
    return asked
  }
  if (acting?.organisationKind !== 'pesantren') throw new AppError('forbidden')
  if (asked !== undefined && asked !== acting.organisationId) throw new AppError('not-found')
  return acting.organisationId
}

const monthOf = (now: Date) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: HALL_ZONE, year: 'numeric', month: '2-digit' }).format(now)

interface Row extends Record<string, unknown> {
  at: string
  kind: LedgerKind
  amount: string
  order_id: string | null
  number: string | null
  payout_id: string | null
  reference: string | null
  paid_on: string | null
  has_proof: boolean
}

/** Of its own lines, and those of one that it was merged with: books are never changed. */
const isOf = (organisationId: string) => sql`l.organisation_id in (
  select w.id from organisation w where ${organisationId}::uuid in (w.id, w.merged_into))`

async function queryLines(db: Context['db'], organisationId: string, month: string) {
  const begin = sql`(${`${month}-01`}::date)::timestamp at time zone ${HALL_ZONE}`
  const end = sql`(${`${month}-01`}::date + interval '1 month')::timestamp at time zone ${HALL_ZONE}`
  const lines = sql`from ledger_line l join ledger_entry e on e.id = l.entry_id
    where l.account = 'pesantren' and ${isOf(organisationId)}`
  const [before] = await db.execute<{ opening: string }>(
    sql`select coalesce(-sum(l.amount_minor), 0)::text as opening ${lines} and e.happened_at < ${begin}`,
  )
  const rows = await db.execute<Row>(sql`
    select x.*, s.number::text as number, p.id as payout_id, p.reference, p.paid_on::text as paid_on,
      p.proof_key is not null as has_proof
    from (
      select e.happened_at::text as at, e.kind, (-l.amount_minor)::text as amount, e.order_id, e.key, e.happened_at, l.id
      ${lines} and e.happened_at >= ${begin} and e.happened_at < ${end}) x
    left join sample_order s on s.id = x.order_id
    left join payout p on x.kind = 'pay-out' and 'pay-out:' || p.id = x.key
    order by x.happened_at, x.id`)
  return { opening: Number(before?.opening ?? 0), lines: [...rows] }
}

async function queryMonths(db: Context['db'], organisationId: string): Promise<string[]> {
  const rows = await db.execute<{ month: string }>(sql`
    select distinct to_char(e.happened_at at time zone ${HALL_ZONE}, 'YYYY-MM') as month
    from ledger_line l join ledger_entry e on e.id = l.entry_id
    where l.account = 'pesantren' and ${isOf(organisationId)} order by 1 desc`)
  return rows.map(({ month }) => month)
}
