import { DrizzleQueryError } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { createLog } from './log.server'

function logged(error: unknown): string {
  let line = ''
  createLog('info', { process: 'test' }, { write: (text: string) => (line = text) }).error(
    { err: error },
    'failed',
  )
  return line
}

test('a failed query is told by kind, code and constraint, never with what somebody wrote', () => {
  const cause = Object.assign(new Error('new row for relation "inquiry" violates check constraint "c"'), {
    name: 'PostgresError',
    severity: 'ERROR',
    code: '23514',
    constraint_name: 'c',
    detail: 'Failing row contains (secret@example.com, private words).',
  })
  const line = logged(
    new DrizzleQueryError(
      'insert into inquiry values ($1, $2)',
      ['secret@example.com', 'private words'],
      cause,
    ),
  )
  expect(line).not.toMatch(/secret|private|insert into/)
  expect(JSON.parse(line).err).toMatchObject({ cause: { code: '23514', constraint: 'c' } })
  expect(JSON.parse(line).err.stack).toMatch(/^\s+at /)
})

test('an error of our own says what it says', () => {
  expect(JSON.parse(logged(new RangeError('no slot 9'))).err).toMatchObject({
    type: 'RangeError',
    message: 'no slot 9',
  })
  expect(JSON.parse(logged('a thrown string')).err).toEqual({ type: 'string' })
})
