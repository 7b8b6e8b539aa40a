import { and, asc, eq, inArray } from 'drizzle-orm'
import { membership } from '~/db/schema/membership'
import { organisation } from '~/db/schema/organisation'
import { person } from '~/db/schema/person'
import { SAMPLE_ACCOUNTS, SAMPLE_PASSWORD } from '~/db/seed/sample-accounts'
import type { Context } from '../shared/context'
import { isSampleEditionOpen } from './sample-sign-in.server'
import type { ViewerOrganisation } from './viewer'

export interface SampleLogin {
  email: string
  personName: string
  organisations: Pick<ViewerOrganisation, 'name' | 'nameArabic' | 'kind' | 'role'>[]
}

export interface SignInView {
  /** While the open edition is the sample: its accounts in their order, and their password. Else null. */
  samples: { accounts: SampleLogin[]; password: string } | null
}

/** What the sign-in page shows. Anybody may; one query. */
export async function openSignIn({ db }: Pick<Context, 'db'>): Promise<SignInView> {
  const emails: string[] = SAMPLE_ACCOUNTS.map(({ email }) => email)
  const rows = await db
    .select({
      email: person.email,
      personName: person.name,
      name: organisation.name,
      nameArabic: organisation.nameArabic,
      kind: organisation.kind,
      role: membership.role,
    })
    .from(person)
    .innerJoin(membership, eq(membership.personId, person.id))
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(and(inArray(person.email, emails), eq(person.isSample, true), isSampleEditionOpen))
    .orderBy(asc(membership.createdAt))
  const accounts = emails.flatMap((email) => {
    const own = rows.filter((row) => row.email === email)
    const [first] = own
    if (!first) return []
    const organisations = own.map(({ name, nameArabic, kind, role }) => ({ name, nameArabic, kind, role }))
    return [{ email, personName: first.personName, organisations }]
  })
  return { samples: accounts.length > 0 ? { accounts, password: SAMPLE_PASSWORD } : null }
}
