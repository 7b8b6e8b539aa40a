import { sql } from 'drizzle-orm'

/** In SQL, of a row of `person`: whether we may keep their data. */
export const hasAgreed = sql<boolean>`exists (select from consent c
  where c.person_id = person.id and c.kind = 'privacy' and c.withdrawn_at is null)`
