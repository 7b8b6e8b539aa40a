import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storageContract } from '~/test/contract/storage-contract'
import { s3StandIn } from '~/test/stand-ins/s3'
import { openDiskStorage } from './disk-storage.server'
import { openS3Storage } from './s3-storage.server'

const ENDPOINT = 'https://s3.stand-in.test'
const settings = {
  endpoint: ENDPOINT,
  region: 'ap-southeast-3',
  bucket: 'expo',
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'not a secret',
  prefix: 'all-year/',
}
const s3 = s3StandIn(ENDPOINT, settings.bucket, settings.accessKeyId)
const world = setupServer(...s3.handlers)
beforeAll(() => world.listen({ onUnhandledRequest: 'error' }))
afterAll(() => world.close())

const folder = () => fs.mkdtempSync(path.join(os.tmpdir(), 'opop-store-'))

storageContract('a folder', async () => {
  const root = folder()
  return {
    storage: openDiskStorage(root),
    close: async () => fs.rmSync(root, { recursive: true, force: true }),
  }
})
storageContract('a bucket', async () => ({ storage: openS3Storage(settings), close: async () => {} }))

describe('a folder', () => {
  it('has no key that leads out of it', async () => {
    const root = folder()
    const storage = openDiskStorage(path.join(root, 'files'))
    for (const key of ['../out', 'sent/../../out', '/etc/passwd', 'sent/', 'sent/A', 'sent/a b', '.x', ''])
      await expect(storage.put(key, { body: Buffer.from('x'), contentType: '' })).rejects.toThrow('not a key')
    await expect(storage.get('../out')).rejects.toThrow('not a key')
    await expect(storage.remove(['../out'])).rejects.toThrow('not a key')
    expect(fs.readdirSync(root)).toEqual([])
  })

  it('leaves no empty folders behind, and takes away what a crash left half-written', async () => {
    const root = folder()
    const storage = openDiskStorage(root)
    await storage.put('photos/abc/160.webp', { body: Buffer.from('x'), contentType: 'image/webp' })
    fs.writeFileSync(path.join(root, 'photos/abc/320.webp.0a1b-2c.half'), '')
    const keys: string[] = []
    for await (const { key } of storage.list('photos/')) keys.push(key)
    expect(keys).toHaveLength(2)
    await storage.remove(keys)
    expect(fs.readdirSync(path.join(root, 'photos'))).toEqual([])
  })
})

describe('a bucket', () => {
  it('keeps everything under its prefix and shows nothing else of it', async () => {
    s3.objects.set('somebody-else', { body: Buffer.from('x'), contentType: 'text/plain', at: new Date() })
    const storage = openS3Storage(settings)
    await storage.put('sent/a', { body: Buffer.from('x'), contentType: 'image/webp' })
    expect([...s3.objects.keys()]).toContain('all-year/sent/a')
    for await (const { key } of storage.list('')) expect(key).not.toContain('somebody')
  })

  it('is asked again when it is busy, and fails with its own word when it stays so or knows us not', async () => {
    const storage = openS3Storage(settings)
    s3.failNext(1)
    await storage.put('sent/b', { body: Buffer.from('x'), contentType: 'image/webp' })
    expect(await storage.get('sent/b')).not.toBeNull()
    const stranger = openS3Storage({ ...settings, accessKeyId: 'AKIDSTRANGER' })
    await expect(stranger.get('sent/b')).rejects.toMatchObject({ name: 'AccessDenied' })
    await expect(stranger.remove(['sent/b'])).rejects.toMatchObject({ name: 'AccessDenied' })
  })
})
