import type { MembershipRole, OrganisationKind } from '../shared/enums'
import { isKeeper, losesItsLast } from './team'

/** What the one who leaves has chosen for an organisation that would have nobody left: a member's id, or this. */
export const CLOSE = 'close'

export interface LeavingTeam {
  organisationId: string
  kind: OrganisationKind
  members: readonly { personId: string; role: MembershipRole }[]
}

/**
 * What has to be decided of an organisation before one of its members is gone. none: others look after it.
 * choose: one of the others takes over, or it closes. close: nobody else is there. stuck: the organiser's last
 * can't go before there is another.
 */
export type Parting = 'none' | 'choose' | 'close' | 'stuck'

export function partingOf({ kind, members }: LeavingTeam, personId: string): Parting {
  const others = members.filter((member) => member.personId !== personId)
  if (others.length === 0) return kind === 'organiser' ? 'stuck' : 'close'
  if (others.some(({ role }) => isKeeper(kind, role))) return 'none'
  return losesItsLast(kind, members, { personId, role: null }) ? 'choose' : 'none'
}

/**
 * What becomes of it by a choice: somebody takes over, it closes, it goes on; null: the choice doesn't fit
 * what there is now, and has to be made anew.
 */
export function partingBy(
  team: LeavingTeam,
  personId: string,
  choice: string | undefined,
): { kind: 'goes-on' } | { kind: 'closes' } | { kind: 'taken-over'; by: string } | null {
  switch (partingOf(team, personId)) {
    case 'none':
      return { kind: 'goes-on' }
    case 'close':
      return choice === CLOSE ? { kind: 'closes' } : null
    case 'choose': {
      if (choice === CLOSE) return { kind: 'closes' }
      const heir = team.members.find((member) => member.personId === choice && choice !== personId)
      return heir ? { kind: 'taken-over', by: heir.personId } : null
    }
    case 'stuck':
      return null
  }
}
