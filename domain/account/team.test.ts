import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MEMBERSHIP_ROLES, ORGANISATION_KINDS } from '../shared/enums'
import { invitationEnd, invitationState } from './invitation'
import { isKeeper, losesItsLast, managesTeam, TEAM_ROLES, widerRole } from './team'

const kind = fc.constantFrom(...ORGANISATION_KINDS)
const role = fc.constantFrom(...MEMBERSHIP_ROLES)
const team = fc.uniqueArray(fc.record({ personId: fc.integer({ min: 1, max: 9 }).map(String), role }), {
  selector: ({ personId }) => personId,
})

describe('the last who looks after an organisation', () => {
  it('is lost by exactly the changes that leave none where there was one', () => {
    fc.assert(
      fc.property(kind, team, fc.nat(8).map(String), fc.option(role), (of, members, personId, to) => {
        const after = members.flatMap((member) =>
          member.personId !== personId ? [member] : to ? [{ ...member, role: to }] : [],
        )
        const keeps = (list: typeof members) => list.some((member) => isKeeper(of, member.role))
        expect(losesItsLast(of, members, { personId, role: to })).toBe(keeps(members) && !keeps(after))
      }),
    )
  })
})

describe('a role', () => {
  it('is never narrowed by an invitation', () => {
    fc.assert(
      fc.property(role, role, (one, other) => {
        const order = TEAM_ROLES.pesantren
        expect(order.indexOf(widerRole(one, other))).toBe(Math.min(order.indexOf(one), order.indexOf(other)))
      }),
    )
  })

  it.each([
    ['pesantren', 'owner', 'verified', true],
    ['pesantren', 'owner', 'pending', true],
    ['pesantren', 'editor', 'verified', false],
    ['offtaker', 'member', 'verified', false],
    ['buyer', 'owner', 'rejected', false],
    ['buyer', 'owner', 'closed', false],
    ['organiser', 'member', 'verified', true],
  ] as const)('%s %s of a %s one manages: %s', (organisationKind, of, verification, manages) => {
    expect(managesTeam({ organisationKind, role: of, verification })).toBe(manages)
  })
})

it('an invitation is open for a fortnight, unless it is used or called back', () => {
  const now = new Date('2026-11-22T03:00:00Z')
  const row = { expiresAt: invitationEnd(now), acceptedAt: null, revokedAt: null }
  expect(invitationState(row, now)).toBe('open')
  expect(invitationState(row, new Date('2026-12-06T02:59:59Z'))).toBe('open')
  expect(invitationState(row, new Date('2026-12-06T03:00:00Z'))).toBe('expired')
  expect(invitationState({ ...row, revokedAt: now }, now)).toBe('revoked')
  expect(invitationState({ ...row, acceptedAt: now }, new Date('2027-01-01'))).toBe('used')
})
