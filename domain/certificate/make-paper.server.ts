import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { certificate } from '~/db/schema/certificate'
import { pictureSize, pressMaster, Unreadable } from '~/integrations/photograph/press.server'
import { problemOfSize } from '../photo/photo-kind'
import type { PhotoProblem } from '../photo/photo-problems'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { paperKey } from './paper-key'

/** Small print has to be read. */
const PAPER_SIDE = 2_400
const MOST_PIXELS = 50_000_000

/**
 * Makes a paper's picture anew of what was sent, without anything that a camera or a stranger hid in it, or says why
 * not. It reads the row itself: replays are harmless, and of two files the one that was sent last counts.
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
    const made = await makePicture(storage, sentKey)
    const file =
      'problem' in made
        ? { fileProblem: made.problem }
        : { fileHash: made.hash, filePages: 1, fileProblem: null }
    await db
      .update(certificate)
      .set({ ...file, sentKey: null, updatedAt: now })
      .where(waiting)
  }
  await storage.remove([sentKey])
}

async function makePicture(
  storage: Context['storage'],
  key: string,
): Promise<{ hash: string } | { problem: PhotoProblem }> {
  const sent = await storage.get(key)
  if (!sent) return { problem: 'lost' }
  try {
    const problem = problemOfSize(await pictureSize(sent.body, MOST_PIXELS), MOST_PIXELS)
    if (problem) return { problem }
    const { body } = await pressMaster(sent.body, { side: PAPER_SIDE, mostPixels: MOST_PIXELS })
    const hash = createHash('sha256').update(body).digest('hex')
    await storage.put(paperKey(hash, 1), { body, contentType: 'image/webp' })
    return { hash }
  } catch (error) {
    if (error instanceof Unreadable) return { problem: 'broken' }
    throw error
  }
}
