import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { certificate } from '~/db/schema/certificate'
import { Locked, pressPdf } from '~/integrations/photograph/pdf.server'
import { pictureSize, pressMaster, Unreadable } from '~/integrations/photograph/press.server'
import { problemOfSize } from '../photo/photo-kind'
import type { PhotoProblem } from '../photo/photo-problems'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { paperKey } from './paper-key'
import { isPdf } from './paper-kind'

/** Small print has to be read. */
const PAPER_SIDE = 2_400
const MOST_PIXELS = 50_000_000
/** A certificate has one or two; the rest of a thick file isn't looked at. */
const MOST_PAGES = 5

/**
 * Makes a paper's pictures anew of what was sent, one of each page, without anything that a camera or a stranger hid
 * in it, or says why not. It reads the row itself: replays are harmless, and of two files the one that was sent last counts.
 * @throws AppError 'forbidden' unless the system asks.
 */
export async function makePaper(
  { db, actor, storage, now }: Context,
  { certificateId, sentKey }: { certificateId: string; sentKey: string },
): Promise<void> {
  if (actor.kind !== 'system') throw new AppError('forbidden')
  const waiting = and(eq(certificate.id, certificateId), eq(certificate.sentKey, sentKey))
  const [row] = await db.select({ id: certificate.id }).from(certificate).where(waiting)
  if (row) {
    const made = await makePages(storage, sentKey)
    const file =
      'problem' in made
        ? { fileProblem: made.problem }
        : { fileHash: made.hash, filePages: made.pages, fileProblem: null }
    await db
      .update(certificate)
      .set({ ...file, sentKey: null, updatedAt: now })
      .where(waiting)
  }
  await storage.remove([sentKey])
}

async function makePages(
  storage: Context['storage'],
  key: string,
): Promise<{ hash: string; pages: number } | { problem: PhotoProblem | 'locked' }> {
  const sent = await storage.get(key)
  if (!sent) return { problem: 'lost' }
  try {
    const pages = isPdf(sent.body)
      ? await pressPdf(sent.body, { side: PAPER_SIDE, mostPages: MOST_PAGES })
      : await pressPhotograph(sent.body)
    if ('problem' in pages) return pages
    const hash = createHash('sha256')
    for (const { body } of pages) hash.update(body)
    const name = hash.digest('hex')
    for (const [at, { body }] of pages.entries())
      await storage.put(paperKey(name, at + 1), { body, contentType: 'image/webp' })
    return { hash: name, pages: pages.length }
  } catch (error) {
    if (error instanceof Locked) return { problem: 'locked' }
    if (error instanceof Unreadable) return { problem: 'broken' }
    throw error
  }
}

async function pressPhotograph(bytes: Buffer) {
  const problem = problemOfSize(await pictureSize(bytes, MOST_PIXELS), MOST_PIXELS)
  if (problem) return { problem }
  return [await pressMaster(bytes, { side: PAPER_SIDE, mostPixels: MOST_PIXELS })]
}
