import { expect, it } from 'vitest'
import type { MembershipRole, OrganisationKind } from '../shared/enums'
import { CLOSE, partingBy, partingOf } from './deletion'

const team = (kind: OrganisationKind, ...roles: MembershipRole[]) => ({
  organisationId: 'o',
  kind,
  members: roles.map((role, at) => ({ personId: `p${at}`, role })),
})

it.each([
  ['pesantren', ['owner'], 'close'],
  ['pesantren', ['owner', 'editor'], 'choose'],
  ['pesantren', ['owner', 'owner'], 'none'],
  ['pesantren', ['editor', 'owner'], 'none'],
  ['offtaker', ['member'], 'close'],
  // It had no owner before either: nothing is lost.
  ['offtaker', ['member', 'member'], 'none'],
  ['organiser', ['member'], 'stuck'],
  ['organiser', ['member', 'member'], 'none'],
] as const)('a %s of %j: %s before the first of them goes', (kind, roles, parting) => {
  expect(partingOf(team(kind, ...roles), 'p0')).toBe(parting)
})

it('takes a choice only where it fits', () => {
  const two = team('pesantren', 'owner', 'editor')
  expect(partingBy(two, 'p0', 'p1')).toEqual({ kind: 'taken-over', by: 'p1' })
  expect(partingBy(two, 'p0', CLOSE)).toEqual({ kind: 'closes' })
  for (const choice of [undefined, '', 'p0', 'p9']) expect(partingBy(two, 'p0', choice)).toBeNull()
  const alone = team('offtaker', 'owner')
  expect(partingBy(alone, 'p0', CLOSE)).toEqual({ kind: 'closes' })
  expect(partingBy(alone, 'p0', 'p1')).toBeNull()
  expect(partingBy(alone, 'p0', undefined)).toBeNull()
  expect(partingBy(team('organiser', 'member'), 'p0', CLOSE)).toBeNull()
  // Somebody else became an owner meanwhile: it doesn't close.
  expect(partingBy(team('pesantren', 'owner', 'owner'), 'p0', CLOSE)).toEqual({ kind: 'goes-on' })
})
