import { asc, eq } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { membership } from '~/db/schema/membership'
import { organisation } from '~/db/schema/organisation'
import { person } from '~/db/schema/person'
import { district, regency } from '~/db/schema/region'
import { verificationEvent } from '~/db/schema/verification-event'
import type { Transaction } from '~/db/transaction.server'
import { isId } from '../shared/ids'
import type { HistoryEvent, Member, OrganisationFacts } from './applicant-view'

type Reader = Database | Transaction

/** What an organisation has said of itself; null: there is none with this id. */
export async function readFacts(db: Reader, id: string): Promise<OrganisationFacts | null> {
  if (!isId(id)) return null
  const [row] = await db
    .select({
      id: organisation.id,
      slug: organisation.slug,
      kind: organisation.kind,
      name: organisation.name,
      nameArabic: organisation.nameArabic,
      regency: { code: regency.code, name: regency.name },
      district: { code: district.code, name: district.name },
      countryCode: organisation.countryCode,
      field: organisation.field,
      story: organisation.story,
      whatsappE164: organisation.whatsappE164,
      verification: organisation.verification,
      verificationAt: organisation.verificationAt,
      isSample: organisation.isSample,
      createdAt: organisation.createdAt,
    })
    .from(organisation)
    .leftJoin(regency, eq(regency.code, organisation.regencyCode))
    .leftJoin(district, eq(district.code, organisation.districtCode))
    .where(eq(organisation.id, id))
  return row ?? null
}

/** The columns of somebody whom the organiser may call. */
export const contactColumns = {
  personId: person.id,
  name: person.name,
  email: person.email,
  emailVerified: person.emailVerified,
  phoneE164: person.phoneE164,
  phoneVerified: person.phoneVerified,
  locale: person.locale,
}

/** Who acts for it, in the order of joining. */
export function readMembers(db: Reader, organisationId: string): Promise<Member[]> {
  return db
    .select({ ...contactColumns, role: membership.role, joinedAt: membership.createdAt })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(eq(membership.organisationId, organisationId))
    .orderBy(asc(membership.createdAt), asc(person.id))
}

/** What was said about its being let in, the first first. */
export function readHistory(db: Reader, organisationId: string): Promise<HistoryEvent[]> {
  return db
    .select({
      id: verificationEvent.id,
      kind: verificationEvent.kind,
      personName: person.name,
      text: verificationEvent.text,
      at: verificationEvent.createdAt,
    })
    .from(verificationEvent)
    .leftJoin(person, eq(person.id, verificationEvent.personId))
    .where(eq(verificationEvent.organisationId, organisationId))
    .orderBy(asc(verificationEvent.id))
}
