import { describe, expect, test } from 'vitest'
import { readEnv } from './env.server'

const complaint = (source: Record<string, string>): string => {
  try {
    readEnv(source)
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
  return ''
}

test('nothing set, or set to nothing, is the product with its defaults', () => {
  for (const source of [{}, { PORT: '', DATABASE_URL: '', SAMPLE_WHATSAPP: '', PUBLIC_URL: '' }]) {
    expect(readEnv(source)).toMatchObject({ PORT: 3000, SEED: 'sample', TRUSTED_PROXIES: 0 })
    expect(readEnv(source).DATABASE_URL).toBeUndefined()
    expect(readEnv(source).SAMPLE_WHATSAPP).toBeUndefined()
  }
})

describe('DATABASE_URL', () => {
  test.each([
    'postgres://opop:secret@127.0.0.1:5432/opop',
    'postgresql://db.example.org/opop?sslmode=require',
    'postgres://opop:p%40ss@[::1]/opop',
  ])('takes %s', (url) => expect(readEnv({ DATABASE_URL: url }).DATABASE_URL).toBe(url))

  test.each([
    'nonsense',
    'https://example.org/opop',
    'postgres:nonsense',
    'localhost:5432/opop',
    'postgres://opop:se#cret@127.0.0.1/opop',
  ])('refuses %s by name, says what it is like, and repeats none of it', (url) => {
    expect(complaint({ DATABASE_URL: url })).toContain('DATABASE_URL: must be like postgres://user:')
    expect(complaint({ DATABASE_URL: url })).not.toContain(url)
  })
})

describe('AUTH_SECRET', () => {
  test('is taken when it is long enough, and missing when it is empty', () => {
    const secret = 'x'.repeat(32)
    expect(readEnv({ AUTH_SECRET: secret }).AUTH_SECRET).toBe(secret)
    expect(readEnv({ AUTH_SECRET: '' }).AUTH_SECRET).toBeUndefined()
  })
  test('is refused when it is short, and not repeated', () => {
    expect(complaint({ AUTH_SECRET: 'too-short' })).toContain('AUTH_SECRET: must have 32')
    expect(complaint({ AUTH_SECRET: 'too-short' })).not.toContain('too-short')
  })
})

describe('SAMPLE_WHATSAPP', () => {
  test.each(['+6281200000000', '0812 0000 1111', '+1 (202) 555-0143'])('takes %s', (phone) =>
    expect(readEnv({ SAMPLE_WHATSAPP: phone }).SAMPLE_WHATSAPP).toBe(phone),
  )

  test.each(['hello', '+62', '12345678901234567', '0812-call-me', '++6281200000000'])('refuses %s', (phone) =>
    expect(complaint({ SAMPLE_WHATSAPP: phone })).toContain('SAMPLE_WHATSAPP: must be a phone number'),
  )
})

test.each(['PUBLIC_URL', 'MEILI_URL'])('%s is an address of the web', (name) => {
  expect(complaint({ [name]: 'localhost:3000' })).toContain(`${name}: must be an address like`)
  expect(complaint({ [name]: 'http://localhost:3000' })).toBe('')
})

test('everything that is wrong is named at once', () => {
  const said = complaint({ DATABASE_URL: 'nonsense', SAMPLE_WHATSAPP: 'hello', PORT: '99999' })
  for (const name of ['DATABASE_URL', 'SAMPLE_WHATSAPP', 'PORT']) expect(said).toContain(`  ${name}: `)
})
