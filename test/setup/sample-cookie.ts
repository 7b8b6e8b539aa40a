import { sql } from 'drizzle-orm'
import { MEMBERSHIP_ROLES, ORGANISATION_KINDS } from '~/domain/shared/enums'
import { sessionCookie } from './session-cookie'
import type { TestDatabase } from './test-database'
import type { TestWeb } from './test-web'

/** Signed in as the person of the sample edition with such a name, for the first of their organisations. */
export async function sampleCookie(database: TestDatabase, web: TestWeb, name: string): Promise<string> {
  const { db } = database.connection
  const [found] = await db.execute<{
    person: string
    organisation: string
    kind: string
    role: string
  }>(sql`
    select p.id as person, o.id as organisation, o.kind, m.role
    from person p join membership m on m.person_id = p.id join organisation o on o.id = m.organisation_id
    where p.email like ${`${name}@%`} order by m.created_at limit 1`)
  const organisationKind = ORGANISATION_KINDS.find((one) => one === found?.kind)
  const role = MEMBERSHIP_ROLES.find((one) => one === found?.role)
  if (!found || !organisationKind || !role) throw new Error(`the sample has no ${name}`)
  const membership = {
    organisationId: found.organisation,
    organisationKind,
    role,
    isSample: true,
    verification: 'verified' as const,
  }
  return sessionCookie(database, web, {
    kind: 'person',
    personId: found.person,
    organisationId: found.organisation,
    memberships: [membership],
  })
}
