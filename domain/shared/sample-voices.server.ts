import { type SQL, sql } from 'drizzle-orm'

/**
 * In SQL: the voices on a product's samples as rows of quality, as_described and next, one a buyer and the latest,
 * so that nobody speaks twice. A company's people are one buyer; an erased person's words are their order's. `all`:
 * also what a buyer wants the organiser alone to read.
 */
export function voicesOn(productId: SQL, { all }: { all: boolean }): SQL {
  return sql`(
    select distinct on (coalesce(sv_order.buyer_organisation_id, sv_order.buyer_person_id, sv_order.id))
      sv.quality, sv.as_described, sv.next
    from sample_order_line sv_line
    join sample_order sv_order on sv_order.id = sv_line.order_id
    join sample_feedback sv on sv.order_id = sv_line.order_id
    where sv_line.product_id = ${productId} ${all ? sql`` : sql`and sv.is_shared`}
    order by coalesce(sv_order.buyer_organisation_id, sv_order.buyer_person_id, sv_order.id),
      sv.created_at desc, sv.order_id)`
}

/** In SQL, of rows called `v` that `voicesOn` gave. */
export const isPleased = sql`(v.quality = 'good' and v.as_described = 'yes')`
export const isDisappointed = sql`(v.quality = 'poor' or v.as_described = 'no')`
