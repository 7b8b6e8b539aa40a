import { expect, test } from 'vitest'
import type { Storage } from '~/integrations/storage/storage'
import { mostBytes } from './body-limit'
import { servePhoto } from './photos'

const asked: string[] = []
const HASH = 'ab'.repeat(32)
const storage: Storage = {
  get: async (key) => {
    asked.push(key)
    return key.endsWith('/320.avif') ? { body: Buffer.from('picture'), contentType: 'text/html' } : null
  },
  put: () => Promise.reject(new Error('nobody writes here')),
  remove: () => Promise.reject(new Error('nobody writes here')),
  list: () => {
    throw new Error('nobody lists here')
  },
}
const ask = (path: string, method = 'GET') =>
  servePhoto(new Request(`http://expo.test${path}`, { method }), path, storage)

test('a photograph is what its name says, for ever', async () => {
  const answer = await ask(`/photos/${HASH}/320.avif`)
  expect(await answer.text()).toBe('picture')
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/avif',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-length': '7',
  })
  const head = await ask(`/photos/${HASH}/320.avif`, 'HEAD')
  expect([head.status, await head.text(), head.headers.get('content-length')]).toEqual([200, '', '7'])
})

test('no other name reaches the store', async () => {
  asked.length = 0
  for (const path of [
    `/photos/${HASH}/321.avif`,
    `/photos/${HASH}/320.png`,
    `/photos/${HASH}/320.webp.bak`,
    `/photos/${HASH}/0320.webp`,
    `/photos/${HASH.toUpperCase()}/320.webp`,
    `/photos/../masters/${HASH}.webp`,
    `/photos/${HASH}/..%2f320.webp`,
    `/photos/${HASH}`,
  ])
    expect((await ask(path)).status, path).toBe(404)
  expect(asked).toEqual([])
  const missing = await ask(`/photos/${HASH}/160.webp`)
  expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, 'no-store'])
  expect((await ask(`/photos/${HASH}/320.avif`, 'POST')).status).toBe(405)
})

test('only who is signed in may send a long form, and only where files are sent', () => {
  const MB = 1024 * 1024
  expect(mostBytes('/id/studio/photos', true)).toBe(32 * MB)
  expect(mostBytes('/ar/studio/products/0192-ab/photos.data', true)).toBe(32 * MB)
  expect(mostBytes('/en/studio/products/csv', true)).toBe(3 * MB)
  for (const path of ['/id/studio/photos', '/en/studio/products/csv']) expect(mostBytes(path, false)).toBe(MB)
  for (const path of ['/id/studio/photos/x', '/id/chat', '/id/studio/booth'])
    expect(mostBytes(path, true)).toBe(MB)
})
