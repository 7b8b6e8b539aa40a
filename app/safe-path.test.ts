import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safePath } from './safe-path'

test.each(['/en/products/honey?qty=48', '/ar/booths/al-ittihad-24', '/'])('%s is a path here', (path) => {
  expect(safePath(path, '/fallback')).toBe(path)
})

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/%0d%0aSet-Cookie: a=b\r\n',
  'javascript:alert(1)',
  '/.//evil.example',
  '/..//evil.example',
  'en/hall',
  '',
  null,
  undefined,
  7,
])('%j is not', (value) => {
  expect(safePath(value, '/fallback')).toBe('/fallback')
})

test('whatever is sent, the browser stays here', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.stringMatching(/^[/\\.%a-z:?#@]{1,20}$/)), (value) => {
      const path = safePath(value, '/fallback')
      expect(new URL(path, 'https://expo.example').origin).toBe('https://expo.example')
    }),
    { numRuns: 1000 },
  )
})
