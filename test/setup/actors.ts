import { schema } from '~/db/schema'
import type { Verification } from '~/domain/shared/account-enums'
import type { Actor, Context } from '~/domain/shared/context'
import type { MembershipRole, OrganisationKind } from '~/domain/shared/enums'
import { newId } from '~/domain/shared/ids'
import type { TestDatabase } from './test-database'

/** Somebody who acts for an organisation. The person's row isn't written: see `addPerson`. */
export function actorFor(
  organisationId: string,
  organisationKind: OrganisationKind,
  {
    role = 'owner',
    isSample = false,
    personId = newId(),
    verification = 'verified',
  }: { role?: MembershipRole; isSample?: boolean; personId?: string; verification?: Verification } = {},
): Extract<Actor, { kind: 'person' }> {
  return {
    kind: 'person',
    personId,
    organisationId,
    memberships: [{ organisationId, organisationKind, role, isSample, verification }],
  }
}

/** A person with a membership, in the database, as an actor. */
export async function addPerson(
  { connection: { db } }: TestDatabase,
  organisationId: string,
  organisationKind: OrganisationKind,
  role: MembershipRole = 'owner',
  person: Partial<typeof schema.person.$inferInsert> = {},
): Promise<Extract<Actor, { kind: 'person' }>> {
  const personId = newId()
  await db.insert(schema.person).values({ id: personId, name: `Person ${personId.slice(-4)}`, ...person })
  await db.insert(schema.membership).values({ personId, organisationId, role })
  return actorFor(organisationId, organisationKind, { role, personId, isSample: person.isSample ?? false })
}

/** An offtaker, a buyer's company or another organisation without a booth, with one seat. */
export async function addCompany(
  { connection: { db } }: TestDatabase,
  kind: OrganisationKind,
  slug: string,
  organisation: Partial<typeof schema.organisation.$inferInsert> = {},
): Promise<string> {
  const id = newId()
  await db.insert(schema.organisation).values({ id, kind, slug, name: `Company ${slug}`, ...organisation })
  await db.insert(schema.seat).values({ organisationId: id, number: 1 })
  return id
}

export function contextOf(context: Context, actor: Actor): Context {
  return { ...context, actor }
}
