import { type SQL, sql } from 'drizzle-orm'
import type { Context } from '../shared/context'
import { BUSINESS_FIELDS, TRADE_UNITS } from '../shared/enums'
import { askedSteps } from '../shared/readiness'
import type { ReadinessStep } from '../shared/reason'

/** What is asked of goods of each kind, as the rule says. */
const ASKED = JSON.stringify(
  BUSINESS_FIELDS.flatMap((field) =>
    TRADE_UNITS.map((unit) => ({ field, unit, steps: askedSteps({ field, unit }) })),
  ),
)

/**
 * Goods that lack something of what is asked of them, or `step`, those that lack most first: the ids of a page (null:
 * all of them) and how many there are. Postgres counts what `readinessOf` would, over all goods at once: a test
 * holds the two together. One query.
 */
export async function findLacking(
  db: Context['db'],
  {
    where,
    step,
    now,
    page,
    size,
  }: { where: SQL | undefined; step: ReadinessStep | null; now: Date; page: number | null; size: number },
): Promise<{ ids: string[]; total: number }> {
  const today = now.toISOString().slice(0, 10)
  const at = sql`least(greatest(${Math.trunc(page ?? 1) || 1}::int, 1), ceil(total / ${size}::numeric))`
  const rows = await db.execute<{ id: string; total: number }>(sql`
    with asked as materialized (
      select field, unit, 'nib' = any(steps) as nib, 'halal' = any(steps) as halal, 'pirt-bpom' = any(steps) as packed,
        'barcode' = any(steps) as barcode, 'shelf-life' = any(steps) as shelf_life, 'photos' = any(steps) as photos,
        'capacity' = any(steps) as capacity, 'price-tiers' = any(steps) as tiers
      from json_to_recordset(${ASKED}::json) as a (field text, unit text, steps text[])),
    papers as materialized (
      select organisation_id, product_id, bool_or(kind = 'nib') as nib, bool_or(kind = 'halal') as halal,
        bool_or(kind in ('pirt', 'bpom')) as packed, bool_or(kind = 'gs1') as barcode
      from certificate where state <> 'applied' and (expires_on is null or expires_on >= ${today}::date)
      group by 1, 2),
    lacking as (
      select product.id, product.position, organisation.name, organisation.id as booth, array_remove(array[
        case when asked.nib and not coalesce(house.nib or own.nib, false) then 'nib' end,
        case when asked.halal and not coalesce(house.halal or own.halal, false) then 'halal' end,
        case when asked.packed and not coalesce(house.packed or own.packed, false) then 'pirt-bpom' end,
        case when asked.barcode and not coalesce(house.barcode or own.barcode, false) then 'barcode' end,
        case when asked.shelf_life and product.shelf_life_days is null then 'shelf-life' end,
        case when asked.photos and seen.product_id is null then 'photos' end,
        case when asked.capacity and product.monthly_capacity is null then 'capacity' end,
        case when asked.tiers and not exists (select from price_tier t where t.product_id = product.id) then 'price-tiers' end
      ], null) as missing
      from product join organisation on organisation.id = product.organisation_id
      join asked on asked.field = product.field and asked.unit = product.unit
      left join papers house on house.organisation_id = product.organisation_id and house.product_id is null
      left join papers own on own.organisation_id = product.organisation_id and own.product_id = product.id
      left join (select distinct product_id from photo where state = 'ready' and removed_at is null) seen
        on seen.product_id = product.id
      where ${where})
    select id, total from (
      select id, row_number() over (order by cardinality(missing) desc, name, booth, position, id) as n,
        (count(*) over ())::int as total
      from lacking where ${step ? sql`${step}::text = any(missing)` : sql`cardinality(missing) > 0`}) found
    ${page === null ? sql`` : sql`where n > (${at} - 1) * ${size}::int and n <= ${at} * ${size}::int`}
    order by n`)
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 }
}
