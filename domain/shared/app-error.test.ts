import { expect, test } from 'vitest'
import { AppError, type AppErrorCode, isAppError } from './app-error'

test.each<[AppErrorCode, number]>([
  ['not-found', 404],
  ['forbidden', 403],
  ['conflict', 409],
  ['too-many-requests', 429],
  ['unavailable', 503],
])('%s answers with status %i', (code, status) => {
  expect(new AppError(code)).toMatchObject({ code, status, message: code })
})

test('it is recognised across bundles, and nothing else is taken for it', () => {
  const fromOtherBundle = Object.assign(new Error('gone'), { appError: true, code: 'not-found' })
  expect(isAppError(fromOtherBundle)).toBe(true)
  expect(isAppError(new AppError('conflict', 'taken', 3))).toBe(true)
  for (const other of [new Error('no'), { appError: true }, null, 'not-found'])
    expect(isAppError(other)).toBe(false)
})
