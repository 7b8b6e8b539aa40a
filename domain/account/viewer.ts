import type { Verification } from '../shared/account-enums'
import type { Actor } from '../shared/context'
import type { BoothState, MembershipRole, OrganisationKind } from '../shared/enums'
import type { Locale } from '../shared/locale'

/** An organisation that somebody acts for. */
export interface ViewerOrganisation {
  id: string
  name: string
  nameArabic: string | null
  kind: OrganisationKind
  role: MembershipRole
  isSample: boolean
  verification: Verification
  /** Of a pesantren: whether visitors see its booth. */
  boothState: BoothState
}

/** Who is signed in, for pages: what they may do is decided by the actor, in the use cases. */
export interface Viewer {
  personName: string
  /** The language that the person has chosen; pages are in that of their address. */
  locale: Locale
  /** IANA name; null: not stated. */
  timeZone: string | null
  /** For which of `organisations` the person acts now; null: for none, having none. */
  organisationId: string | null
  organisations: ViewerOrganisation[]
}

/** The organisation that somebody acts for now. */
export function actingOrganisation({
  organisationId,
  organisations,
}: Pick<Viewer, 'organisationId' | 'organisations'>): ViewerOrganisation | null {
  return organisations.find(({ id }) => id === organisationId) ?? null
}

/** Where an organisation's day begins: a path without the language; their own account for somebody without one. */
export function startPath(kind: OrganisationKind | undefined): string {
  if (kind === 'pesantren') return '/studio'
  if (kind === 'organiser') return '/organiser/verification'
  return kind ? '/needs' : '/account'
}

/** The same person as use cases see it. */
export function actorOf(personId: string, viewer: Viewer): Actor {
  return {
    kind: 'person',
    personId,
    organisationId: viewer.organisationId,
    memberships: viewer.organisations.map(({ id, kind, role, isSample, verification }) => ({
      organisationId: id,
      organisationKind: kind,
      role,
      isSample,
      verification,
    })),
  }
}
