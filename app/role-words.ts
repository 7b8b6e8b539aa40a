import type { MembershipRole, OrganisationKind } from '~/domain/shared/enums'
import type { PageWords } from './i18n/page-words.server'

/** What a role lets somebody do in an organisation of that kind. */
export function roleHint(
  { roleHints }: Pick<PageWords['team'], 'roleHints'>,
  kind: OrganisationKind,
  role: MembershipRole,
): string {
  if (kind === 'organiser') return roleHints.organiser.member
  if (kind === 'pesantren') return roleHints.pesantren[role]
  return role === 'owner' ? roleHints.company.owner : roleHints.company.member
}
