import { sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { inTransaction } from '~/db/transaction.server'

export interface FilledOrders {
  orders: number
  /** The newest is of then, the oldest two years older. */
  now: Date
  /** Buyers, half of whom act for a company; made here. */
  buyers: number
}

const DELIVER_TO = JSON.stringify({
  name: 'Contoh',
  phoneE164: '+620000000001',
  countryCode: 'ID',
  provinceCode: '32',
  regencyCode: '3205',
  city: 'Garut',
  postcode: '44151',
  street: 'Jalan Contoh',
})

/**
 * Two years of orders at once, written in SQL: with lines, payments, refunds, disputes, what buyers said and books
 * that balance, at the sample's booths that have goods. One booth has a twenty-fifth of all, one buyer a hundredth,
 * so that somebody's list is long; most orders are over, as in life. `Bench 0` is that buyer.
 */
export async function fillOrders(db: Database, { orders, now, buyers }: FilledOrders): Promise<void> {
  await inTransaction(db, async (tx) => {
    const run = (query: ReturnType<typeof sql>) => tx.execute(query)
    await run(sql`
      create temp table buyers on commit drop as
      select i, gen_random_uuid() as person, case when i % 2 = 0 then gen_random_uuid() end as company
      from generate_series(0, ${buyers - 1}::int) i`)
    await run(sql`insert into person (id, name, is_sample) select person, 'Bench ' || i, true from buyers`)
    await run(sql`
      insert into organisation (id, kind, slug, name, is_sample)
      select company, 'buyer', 'bench-buyer-' || i, 'Bench Trading ' || i, true from buyers where company is not null`)
    await run(sql`
      create temp table booths on commit drop as
      select row_number() over (order by o.slug) - 1 as i, o.id, p.id as product, p.name
      from organisation o join lateral (
        select id, name from product where organisation_id = o.id and state = 'published' order by slug limit 1) p on true
      where o.kind = 'pesantren' and o.is_sample`)
    await run(sql`
      create temp table plain on commit drop as
      select n.i, gen_random_uuid() as id, gen_random_uuid() as payment, b.id as booth, b.product, b.name, y.person, y.company,
        days, ${now.toISOString()}::timestamptz - make_interval(secs => days * 86400) as at,
        case
          when days < 3 then case when n.i % 4 = 0 then 'paid' else 'awaiting' end
          when days < 12 then case when n.i % 10 < 3 then 'packed' when n.i % 10 < 5 then 'paid' else 'sent' end
          when n.i % 500 = 77 then 'paid'
          when n.i % 20 in (0, 3) then 'cancelled' when n.i % 20 in (1, 2) then 'lapsed' else 'received'
        end as state,
        case when n.i % 29 = 0 then 'free' when n.i % 3 = 0 then 'card' else 'transfer' end as way,
        n.i % 3 + 1 as quantity
      from generate_series(0, ${orders - 1}::int) n (i)
      cross join lateral (select n.i * 730.0 / ${orders}::int as days) d
      join booths b on b.i = case when n.i % 25 = 11 then 0 else (n.i * 7919::bigint) % (select count(*) from booths) end
      join buyers y on y.i = case when n.i % 100 = 13 then 0 else (n.i * 104729::bigint) % ${buyers}::int end`)
    // What was paid of it: all, or nothing; what went back, or is on its way; one in three hundred is disputed.
    await run(sql`
      create temp table filled on commit drop as
      select *, case when state = 'awaiting' and i % 3 = 1 and way = 'transfer' then at end as proof_at,
        case when paid = 0 then 0 when state = 'cancelled' then paid when i % 20 = 7 and state in ('sent', 'received') then 300000
          else 0 end as refunded,
        case when way = 'card' and state = 'received' and i % 300 = 45 then case when days < 60 then 'open' else 'won' end end as dispute
      from (
        select *, case when state in ('awaiting', 'lapsed') or (state = 'cancelled' and i % 40 <> 0) then 0 else total end as paid
        from (
          select *, case way when 'free' then 0 else quantity * 2500000 end as items,
            case way when 'free' then 0 else 1800000 end as shipping,
            case way when 'free' then 0 else quantity * 2500000 + 1800000 end as total
          from plain) priced) bought`)
    await run(sql`
      insert into sample_order (id, organisation_id, buyer_person_id, buyer_organisation_id, state, way, holds, locale,
        items_minor, shipping_minor, total_minor, paid_minor, refunded_minor, dispute, dispute_due_at, delivery, zone,
        weight_grams, deliver_to, expires_at, proof_sent_at, paid_at, packed_at, sent_at, received_at, ended_at, is_sample,
        created_at, updated_at)
      select id, booth, person, company, state, way,
        case when state in ('sent', 'received') then 'used' when state in ('cancelled', 'lapsed') then 'freed' else 'held' end,
        'id', items, shipping, total, paid, refunded, dispute, case when dispute = 'open' then at + interval '70 days' end,
        'ship', 'indonesia', 150 * quantity, ${DELIVER_TO}::jsonb,
        case when state = 'awaiting' and proof_at is null then at + interval '3 days' end, proof_at,
        case when paid > 0 or state in ('paid', 'packed', 'sent', 'received') then at + interval '1 hour' end,
        case when state in ('packed', 'sent', 'received') then at + interval '1 day' end,
        case when state in ('sent', 'received') then at + interval '2 days' end,
        case when state = 'received' then at + interval '6 days' end,
        case when state in ('cancelled', 'lapsed') then at + interval '3 days' end, true, at, at
      from filled order by at, i`)
    await run(sql`
      insert into sample_order_line (order_id, product_id, position, name, size, quantity, unit_price_minor, weight_grams)
      select id, product, 0, name, '{"id":"100 g"}'::jsonb, quantity, items / quantity, 150 from filled`)
    await run(sql`
      insert into sample_order_event (order_id, kind, by, created_at)
      select id, 'placed', 'buyer', at from filled
      union all select id, 'paid', 'system', at + interval '1 hour' from filled where paid > 0
      union all select id, state, 'system', at + interval '6 days' from filled where state in ('received', 'lapsed', 'cancelled')`)
    await run(sql`
      insert into sample_feedback (order_id, quality, as_described, next, created_at)
      select id, (array['good','good','fair','poor'])[i % 4 + 1], (array['yes','yes','partly','no'])[i / 4 % 4 + 1],
        (array['order','maybe','no'])[i % 3 + 1], at + interval '7 days'
      from filled where state = 'received' and i % 5 < 2`)
    await fillMoney(run)
    await run(sql`analyze`)
  })
}

/** Payments of what was to pay, refunds, and the books of all of it; what is two months old is paid out by month. */
async function fillMoney(run: (query: ReturnType<typeof sql>) => Promise<unknown>): Promise<void> {
  await run(sql`
    create temp table given_back on commit drop as
    select gen_random_uuid() as refund, *, case when days < 12 then 'wanted' when state = 'cancelled' and i % 400 = 0 then 'failed'
      else 'done' end as refund_state
    from filled where refunded > 0`)
  await run(sql`
    insert into payment (id, order_id, way, state, amount_minor, fee_minor, refunded_minor, session_id, proof_sent_at, paid_at,
      created_at, updated_at)
    select f.payment, f.id, f.way, case when paid > 0 then 'paid' when f.state = 'awaiting' then 'open' else 'expired' end, total,
      case when f.way = 'card' and paid > 0 then 215000 end,
      case when g.refund_state = 'failed' then 0 else f.refunded end,
      case when f.way = 'card' then 'cs_test_' || f.payment end, f.proof_at,
      case when paid > 0 then f.at + interval '1 hour' end, f.at, f.at
    from filled f left join (select payment, refund_state from given_back) g on g.payment = f.payment where total > 0`)
  await run(sql`
    insert into refund (id, payment_id, order_id, amount_minor, reason, state, created_at, settled_at)
    select refund, payment, id, refunded, 'goodwill', refund_state, at + interval '8 days',
      case when refund_state <> 'wanted' then at + interval '9 days' end
    from given_back`)
  await run(sql`
    create temp table paid_out on commit drop as
    select gen_random_uuid() as id, booth, to_char(at, 'YYYY-MM') as month, sum(paid - refunded) as minor, max(at) + interval '59 days' as at
    from filled where state = 'received' and days > 60 and dispute is null and paid > 0 group by 2, 3`)
  await run(sql`
    insert into payout (id, organisation_id, amount_minor, paid_on, reference, is_sample, created_at)
    select id, booth, minor, at::date, 'BENCH ' || month, true, at from paid_out`)
  // Each thing that moved money: where it lay, whose it is, how much.
  await run(sql`
    create temp table moved on commit drop as
    select gen_random_uuid() as entry, * from (
      select 'charge:' || payment as key, 'charge' as kind, id as order_id, payment, booth, at + interval '1 hour' as at,
        case way when 'card' then 'stripe' else 'bank' end as debit, 'pesantren' as credit, paid::bigint as minor
      from filled where paid > 0
      union all select 'fee:' || payment, 'fee', id, payment, null, at + interval '1 hour', 'fees', 'stripe', 215000
        from filled where paid > 0 and way = 'card'
      union all select 'refund:' || refund, 'refund', id, payment, booth, at + interval '9 days', 'pesantren',
          case way when 'card' then 'stripe' else 'bank' end, refunded
        from given_back where refund_state = 'done'
      union all select 'dispute:' || payment, 'dispute', id, payment, booth, at + interval '20 days', 'pesantren', 'stripe', paid
        from filled where dispute is not null and paid > 0
      union all select 'dispute-won:' || payment, 'dispute-won', id, payment, booth, at + interval '50 days', 'stripe', 'pesantren', paid
        from filled where dispute = 'won' and paid > 0
      union all select 'pay-out:' || id, 'pay-out', null, null, booth, at, 'pesantren', 'bank', minor from paid_out) each`)
  await run(sql`
    insert into ledger_entry (id, key, kind, order_id, payment_id, organisation_id, happened_at, is_sample, created_at)
    select entry, key, kind, order_id, payment, booth, at, true, at from moved order by at`)
  await run(sql`
    insert into ledger_line (entry_id, account, organisation_id, amount_minor)
    select entry, debit, case debit when 'pesantren' then booth end, minor from moved
    union all select entry, credit, case credit when 'pesantren' then booth end, -minor from moved`)
}
