import { type SQL, sql } from 'drizzle-orm'
import { sampleOrder } from '~/db/schema/sample-order'

/** In SQL, of `sample_order`: the disputes of it on which the bank hasn't decided, by the service's ids. */
export const openDisputes: SQL<string[]> = sql<string[]>`array(
  select told.detail ->> 'disputeId' from sample_order_event told
  where told.order_id = ${sampleOrder}.id and told.kind = 'disputed' and not exists (
    select from sample_order_event ended
    where ended.order_id = told.order_id and ended.kind in ('dispute-won', 'dispute-lost')
      and ended.detail ->> 'disputeId' = told.detail ->> 'disputeId'))`
