import { expect, it } from 'vitest'
import { hasSessionCookie } from './create-auth.server'
import { signInProblems, signInSchema } from './sign-in.schema'
import { actingOrganisation, startPath } from './viewer'

it.each([
  ['pesantren', '/studio'],
  ['offtaker', '/needs'],
  ['buyer', '/needs'],
  ['organiser', '/organiser/verification'],
  [undefined, '/account'],
] as const)('a day of %s begins at %s', (kind, path) => {
  expect(startPath(kind)).toBe(path)
})

it('acts for none of the organisations that are not there', () => {
  expect(actingOrganisation({ organisationId: 'x', organisations: [] })).toBeNull()
})

it.each([
  ['opop.session_token=abc', true],
  ['locale=id; opop.session_token=abc', true],
  ['__Secure-opop.session_token=abc', true],
  ['xopop.session_token=abc', false],
  ['opop.session_token=', false],
  ['locale=id', false],
  [null, false],
])('the cookie %s says signed in: %s', (cookie, says) => {
  expect(hasSessionCookie(cookie)).toBe(says)
})

it('takes an e-mail as people type it, and a password as it is', () => {
  expect(signInSchema.parse({ email: ' Rina@Example.COM ', password: ' a b ' })).toEqual({
    email: 'rina@example.com',
    password: ' a b ',
  })
})

it.each([
  [
    { email: '', password: '' },
    { email: 'email-missing', password: 'password-missing' },
  ],
  [{ email: 'rina@', password: 'x' }, { email: 'email-wrong' }],
  [{ email: `${'a'.repeat(250)}@example.com`, password: 'x' }, { email: 'email-wrong' }],
  [{ email: 'a@example.com', password: null }, { password: 'password-missing' }],
])('tells what %j lacks', (typed, problems) => {
  const parsed = signInSchema.safeParse(typed)
  expect(parsed.success ? {} : signInProblems(parsed.error)).toEqual(problems)
})
