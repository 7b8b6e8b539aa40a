import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadStaticFiles, serveStaticFile } from './static-files'

let root: string
let files: Awaited<ReturnType<typeof loadStaticFiles>>
const script = 'export const greeting = "assalamualaikum"\n'.repeat(20)

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'static-'))
  await mkdir(path.join(root, 'assets'))
  await writeFile(path.join(root, 'assets/a-1234.js'), script)
  await writeFile(path.join(root, 'assets/a-1234.js.br'), brotliCompressSync(script))
  await writeFile(path.join(root, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await writeFile(path.join(root, 'secret.env'), 'TOKEN=1')
  files = await loadStaticFiles(root)
})
afterAll(() => rm(root, { recursive: true, force: true }))

function get(pathname: string, headers: Record<string, string> = {}, method = 'GET') {
  return serveStaticFile(files, new Request(`http://localhost${pathname}`, { headers, method }), pathname)
}

describe('static files', () => {
  it('are immutable where the build named them by hash, and short-lived elsewhere', () => {
    expect(get('/assets/a-1234.js')?.headers.get('cache-control')).toContain('immutable')
    expect(get('/favicon.svg')?.headers.get('cache-control')).toBe('public, max-age=3600')
  })
  it('are sent compressed to those who accept it', async () => {
    const plain = get('/assets/a-1234.js')
    expect(await plain?.text()).toBe(script)
    expect(plain?.headers.get('content-encoding')).toBeNull()
    const br = get('/assets/a-1234.js', { 'accept-encoding': 'gzip, br' })
    expect(br?.headers.get('content-encoding')).toBe('br')
    expect(Number(br?.headers.get('content-length'))).toBeLessThan(script.length / 2)
    expect(br?.headers.get('vary')).toBe('Accept-Encoding')
    const refused = get('/assets/a-1234.js', { 'accept-encoding': 'br;q=0' })
    expect(refused?.headers.get('content-encoding')).toBeNull()
  })
  it('answer 304 to who has them', () => {
    const etag = get('/favicon.svg')?.headers.get('etag') ?? ''
    expect(get('/favicon.svg', { 'if-none-match': etag })?.status).toBe(304)
  })
  it('are only those listed: no other type, no way up, no write', () => {
    expect(get('/secret.env')).toBeNull()
    expect(get('/../package.json')).toBeNull()
    expect(get('/favicon.svg', {}, 'POST')).toBeNull()
  })
})
