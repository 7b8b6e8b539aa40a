import type postgres from 'postgres'

/** What must hold of meetings whoever did what at the same time: each a query of those that break it. */
const BROKEN: Record<string, string> = {
  'a seat holds two meetings at once': `
    select a.meeting_id from meeting_participant a join meeting_participant b
      on a.organisation_id = b.organisation_id and a.seat = b.seat and a.meeting_id < b.meeting_id
    where a.occupies and b.occupies and a.starts_at < b.ends_at and b.starts_at < a.ends_at`,
  'a place holds two meetings at once': `
    select a.id from meeting a join meeting b on a.place_id = b.place_id and a.id < b.id
    where a.occupies and b.occupies and a.starts_at < b.ends_at and b.starts_at < a.ends_at`,
  'a participant has another time than its meeting': `
    select m.id from meeting m join meeting_participant p on p.meeting_id = m.id
    where (p.starts_at, p.ends_at, p.occupies) is distinct from (m.starts_at, m.ends_at, m.occupies)`,
  'not one host and one guest': `
    select m.id from meeting m left join meeting_participant p on p.meeting_id = m.id group by m.id
    having count(*) filter (where p.side = 'host') <> 1 or count(*) filter (where p.side = 'guest') <> 1`,
  'who meets holds a seat, and nobody else does': `
    select m.id from meeting m join meeting_participant p on p.meeting_id = m.id
    where (m.state in ('booked', 'held')) <> (p.seat is not null)`,
  'the audit trail ends in another state': `
    select m.id from meeting m where m.state is distinct from
      (select e.to_state from meeting_event e where e.meeting_id = m.id order by e.id desc limit 1)`,
  'the audit trail has a gap': `
    select meeting_id from (select *, lag(to_state) over (partition by meeting_id order by id) as before
      from meeting_event) e where from_state is distinct from before`,
  'the version does not count the changes': `
    select m.id from meeting m where m.version <> (select count(*) from meeting_event e where e.meeting_id = m.id)`,
  'the calendar’s sequence does not count what it has to learn': `
    select m.id from meeting m where m.calendar_sequence <> (select count(*) from meeting_event e
      where e.meeting_id = m.id and e.kind in ('accepted', 'moved', 'declined', 'withdrawn', 'expired', 'cancelled'))`,
  'an event left no outbox row, or two': `
    select e.id from meeting_event e where 1 <> (select count(*) from outbox o
      where o.topic = 'meeting.changed' and o.payload ->> 'eventId' = e.id::text)`,
  'one need stands open with one booth twice': `
    select m.need_id from meeting m join meeting_participant p on p.meeting_id = m.id and p.side = 'host'
    where m.need_id is not null and m.state in ('requested', 'booked') group by m.need_id, p.organisation_id having count(*) > 1`,
  'a proposal by somebody else': `
    select m.id from meeting m where m.proposed_by is not null and not exists (
      select from meeting_participant p where p.meeting_id = m.id and p.organisation_id = m.proposed_by)`,
}

/** What is broken, by its name and how often; empty: all holds. */
export async function brokenInvariants(sql: postgres.Sql): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const [name, query] of Object.entries(BROKEN)) {
    const rows = await sql.unsafe(query)
    if (rows.length > 0) found[name] = rows.length
  }
  return found
}

/** How often PostgreSQL had to break a deadlock in this database. */
export async function deadlocks(sql: postgres.Sql): Promise<number> {
  // Each connection reports its figures when it is idle for a while, or now when asked.
  await sql`select pg_stat_force_next_flush()`
  const [row] = await sql<{ deadlocks: number }[]>`
    select deadlocks::int from pg_stat_database where datname = current_database()`
  return row?.deadlocks ?? Number.NaN
}
