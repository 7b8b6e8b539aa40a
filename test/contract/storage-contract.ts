import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Storage } from '~/integrations/storage/storage'

/** What every store promises. `open` gives one of the suite's own, empty. */
export function storageContract(
  kind: string,
  open: () => Promise<{ storage: Storage; close: () => Promise<void> }>,
) {
  describe(`${kind} keeps the contract of a store`, () => {
    let storage: Storage
    let close: () => Promise<void>
    beforeAll(async () => {
      ;({ storage, close } = await open())
    })
    afterAll(() => close())

    const put = (key: string, body: Buffer) => storage.put(key, { body, contentType: 'image/webp' })
    async function keys(prefix: string): Promise<string[]> {
      const found: string[] = []
      for await (const { key } of storage.list(prefix)) found.push(key)
      return found.sort()
    }

    it('gives back what it was given, byte for byte, and of its kind', async () => {
      const body = randomBytes(300_000)
      await put('photos/abc/160.webp', body)
      const found = await storage.get('photos/abc/160.webp')
      expect(found?.body.equals(body)).toBe(true)
      expect(found?.contentType).toBe('image/webp')
    })

    it('writes over one of the same key', async () => {
      await put('masters/abc.webp', Buffer.from('first'))
      await put('masters/abc.webp', Buffer.from('second, and longer'))
      expect((await storage.get('masters/abc.webp'))?.body.toString()).toBe('second, and longer')
      expect(await keys('masters/')).toEqual(['masters/abc.webp'])
    })

    it('says that there is none, and not that something failed', async () => {
      expect(await storage.get('photos/none/160.webp')).toBeNull()
      // Below a file, where a folder would have to be.
      await put('sent/file', Buffer.from('x'))
      expect(await storage.get('sent/file/1')).toBeNull()
      await storage.remove(['sent/file'])
    })

    it('removes what is there; what isn’t is no error', async () => {
      await put('sent/one', Buffer.from('1'))
      await put('sent/two', Buffer.from('2'))
      await storage.remove([])
      await storage.remove(['sent/one', 'sent/none'])
      expect(await keys('sent/')).toEqual(['sent/two'])
      expect(await storage.get('sent/one')).toBeNull()
    })

    it('lists what begins so, all of it, with when it was written', async () => {
      const before = Date.now() - 2_000
      const many = Array.from({ length: 25 }, (_, i) => `papers/${'ab'.repeat(i + 1)}/1.webp`)
      for (const key of many) await put(key, Buffer.from(key))
      expect(await keys('papers/')).toEqual(many.toSorted())
      expect(await keys('nothing/')).toEqual([])
      for await (const { writtenAt } of storage.list('papers/')) {
        expect(writtenAt.getTime()).toBeGreaterThan(before)
        expect(writtenAt.getTime()).toBeLessThan(Date.now() + 2_000)
      }
      await storage.remove(many)
      expect(await keys('papers/')).toEqual([])
    })
  })
}
