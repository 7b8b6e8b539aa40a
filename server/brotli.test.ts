import { brotliDecompressSync } from 'node:zlib'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { expect, it } from 'vitest'
import { brotli } from './brotli'

const TEXT = 'العربية '.repeat(500)

function answerOf(headers: Record<string, string>, response = () => new Response(TEXT)) {
  const web = new Hono()
  web.use(compress())
  web.use(brotli())
  web.get('/', response)
  return web.request('/', { headers })
}

it('packs text for a browser that takes brotli, and it opens to the same', async () => {
  const answer = await answerOf({ 'accept-encoding': 'gzip, deflate, br, zstd' })
  expect(answer.headers.get('content-encoding')).toBe('br')
  expect(answer.headers.get('vary')).toContain('Accept-Encoding')
  const packed = Buffer.from(await answer.arrayBuffer())
  expect(packed.length).toBeLessThan(TEXT.length / 10)
  expect(brotliDecompressSync(packed).toString()).toBe(TEXT)
})

it.each(['gzip', 'gzip, br;q=0', 'br; q=0.0, gzip'])('leaves %s to gzip', async (accepted) => {
  expect((await answerOf({ 'accept-encoding': accepted })).headers.get('content-encoding')).toBe('gzip')
})

it.each([
  ['a picture', { 'Content-Type': 'image/png' }],
  ['what is packed already', { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' }],
  ['next to nothing', { 'Content-Type': 'text/plain', 'Content-Length': '12' }],
])('leaves %s as it is', async (_, headers) => {
  const answer = await answerOf({ 'accept-encoding': 'br' }, () => new Response(TEXT, { headers }))
  expect(answer.headers.get('content-encoding')).not.toBe('br')
})

it('keeps status and headers, and asks for nothing in an empty answer', async () => {
  const moved = await answerOf({ 'accept-encoding': 'br' }, () => Response.redirect('http://x.test/', 303))
  expect([moved.status, moved.headers.get('content-encoding')]).toEqual([303, null])
  const missing = await answerOf(
    { 'accept-encoding': 'br' },
    () => new Response(TEXT, { status: 404, headers: { 'Set-Cookie': 'a=b', 'Content-Type': 'text/html' } }),
  )
  expect([missing.status, missing.headers.get('set-cookie')]).toEqual([404, 'a=b'])
})
