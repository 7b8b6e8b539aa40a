import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openDiskStorage } from '~/integrations/storage/disk-storage.server'
import type { Storage } from '~/integrations/storage/storage'

let folder: string | undefined

/** Files of this test file's own, taken away when its process ends. */
export function testStorage(): Storage {
  folder ??= fs.mkdtempSync(path.join(os.tmpdir(), 'opop-test-files-'))
  return openDiskStorage(fs.mkdtempSync(path.join(folder, 'store-')))
}

process.once('exit', () => {
  if (folder) fs.rmSync(folder, { recursive: true, force: true })
})

/** For use cases that keep no files: one that does fails its test. */
export const noStorage: Storage = new Proxy({} as Storage, {
  get() {
    throw new Error('this use case should not touch the store')
  },
})
