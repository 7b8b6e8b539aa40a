import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Env } from '~/config/env.server'

/**
 * What signs the sessions' cookies: AUTH_SECRET, else one that is made once and kept in DATA_DIR, readable
 * by our own user alone. Processes that start at the same time get the same.
 */
export async function authSecret({
  AUTH_SECRET,
  dataDir,
}: Pick<Env, 'AUTH_SECRET' | 'dataDir'>): Promise<string> {
  if (AUTH_SECRET) return AUTH_SECRET
  const file = path.join(dataDir, 'auth-secret')
  const kept = await readKept(file)
  if (kept) return kept
  await mkdir(dataDir, { recursive: true })
  const mine = `${file}.${randomBytes(6).toString('hex')}`
  try {
    await writeFile(mine, randomBytes(32).toString('base64url'), { mode: 0o600 })
    // Whole or not at all, and never over another process's.
    await link(mine, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(mine, { force: true })
  }
  const made = await readKept(file)
  if (!made) throw new Error(`${file} holds no secret: remove it, or set AUTH_SECRET.`)
  return made
}

async function readKept(file: string): Promise<string | null> {
  try {
    const text = (await readFile(file, 'utf8')).trim()
    return text.length >= 32 ? text : null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
