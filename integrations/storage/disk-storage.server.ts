import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Storage, StoredFile } from './storage'

const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.webp': 'image/webp',
}
const UNKNOWN = 'application/octet-stream'
/** Under no key's name, so that a half-written file is never taken for one. */
const HALF = '.half'

/** A key is made by us; one that could leave the folder is a fault of ours. */
const KEY = /^[a-z0-9]+(\/[a-z0-9-]+)*(\.[a-z0-9-]+)*$/

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'ENOENT' || code === 'ENOTDIR'
}

/** Files in a folder of this machine, each under its key; the type is told by the key's ending. */
export function openDiskStorage(folder: string): Storage {
  const root = path.resolve(folder)
  const fileOf = (key: string) => {
    if (!KEY.test(key)) throw new Error('not a key of the store')
    return path.join(root, key)
  }

  async function* walk(folder: string): AsyncGenerator<string> {
    let entries: import('node:fs').Dirent[]
    try {
      entries = await fs.readdir(folder, { withFileTypes: true })
    } catch (error) {
      // Taken away while we walked.
      if (isMissing(error)) return
      throw error
    }
    for (const entry of entries) {
      const file = path.join(folder, entry.name)
      if (entry.isDirectory()) yield* walk(file)
      else yield file
    }
  }

  return {
    async put(key: string, { body }: StoredFile): Promise<void> {
      const file = fileOf(key)
      const half = `${file}.${randomUUID()}${HALF}`
      // Twice: between making the folder and writing into it, a sweep may take the empty folder away.
      for (const isLast of [false, true]) {
        await fs.mkdir(path.dirname(file), { recursive: true })
        try {
          const handle = await fs.open(half, 'wx')
          try {
            await handle.writeFile(body)
            await handle.sync()
          } finally {
            await handle.close()
          }
          await fs.rename(half, file)
          return
        } catch (error) {
          await fs.rm(half, { force: true })
          if (isLast || !isMissing(error)) throw error
        }
      }
    },

    async get(key: string): Promise<StoredFile | null> {
      try {
        const body = await fs.readFile(fileOf(key))
        return { body, contentType: TYPES[path.extname(key)] ?? UNKNOWN }
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },

    async remove(keys: readonly string[]): Promise<void> {
      for (const key of keys) {
        const file = fileOf(key)
        await fs.rm(file, { force: true })
        const above = path.dirname(file)
        // Folders of one hash would stay behind empty; one that isn't empty stays.
        if (path.dirname(above) !== root && above !== root) await fs.rmdir(above).catch(() => {})
      }
    },

    async *list(prefix: string) {
      for await (const file of walk(root)) {
        const key = path.relative(root, file).split(path.sep).join('/')
        if (!key.startsWith(prefix)) continue
        try {
          const { mtime } = await fs.stat(file)
          // What a crash left half-written is listed too, so that it is swept.
          yield { key, writtenAt: mtime }
        } catch (error) {
          if (!isMissing(error)) throw error
        }
      }
    },
  }
}
