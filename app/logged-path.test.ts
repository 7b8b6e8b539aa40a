import { expect, it } from 'vitest'
import { loggedPath } from './logged-path'

it.each([
  ['/id/invitations/Zm9vYmFy_-x', '/id/invitations/…'],
  ['/ar/invitations/Zm9vYmFy.data', '/ar/invitations/….data'],
  ['/en/sign-in/code/Zm9vYmFy', '/en/sign-in/code/…'],
  ['/id/sign-in', '/id/sign-in'],
  ['/id/products/madu-hutan-3', '/id/products/madu-hutan-3'],
])('%s is logged as %s', (path, logged) => {
  expect(loggedPath(path)).toBe(logged)
})
