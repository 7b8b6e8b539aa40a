import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { photo } from '~/db/schema/photo'
import { inTransaction } from '~/db/transaction.server'
import {
  type Pressed,
  pictureSize,
  pressMaster,
  pressSize,
  Unreadable,
} from '~/integrations/photograph/press.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { type PhotoRow, tellOfGallery } from './own-photo.server'
import { type Crop, cropRegion } from './photo-crop'
import { masterKey, sizeKey } from './photo-keys'
import { problemAtSight, problemOfSize } from './photo-kind'
import type { PhotoProblem } from './photo-problems'
import { MASTER_SIDE, MOST_PHOTO_PIXELS, PHOTO_FORMATS, photoWidths } from './photo-view'

/** Raise when sizes are made in another way: what lies under a name never changes. */
const RECIPE = 1

/**
 * Makes a photograph's files of what was sent, or of its master where another part of it is to be shown; or says why
 * not. What was sent is deleted either way. It reads the row itself: replays and reordering are harmless.
 * @throws AppError 'forbidden' unless the system asks.
 */
export async function makePhoto(context: Context, { photoId }: { photoId: string }): Promise<void> {
  const { db, actor, storage } = context
  if (actor.kind !== 'system') throw new AppError('forbidden')
  const [row] = await db.select().from(photo).where(eq(photo.id, photoId))
  if (!row || row.state === 'refused') return

  const master = row.sentKey ? await makeMaster(context, row, row.sentKey) : await oldMaster(context, row)
  if ('problem' in master) {
    await refuse(context, row, master.problem)
    return
  }
  const hash = nameOf(master.hash, row.crop)
  if (row.state === 'ready' && row.hash === hash) return
  const region = cropRegion(row.crop, master)
  let largest: Pressed | undefined
  // One after the other, the smallest first: at no time more than one of them is in memory.
  for (const width of photoWidths(region.width)) {
    for (const format of PHOTO_FORMATS) {
      largest = await pressSize(master.body, { region, width, format })
      await storage.put(sizeKey(hash, width, format), {
        body: largest.body,
        contentType: `image/${format}`,
      })
    }
  }
  if (!largest) return
  const { width, height } = largest
  const isMade = await inTransaction(db, async (tx) => {
    // Another part may be wanted by now: then that one's event makes it.
    const made = await tx
      .update(photo)
      .set({
        state: 'ready',
        hash,
        masterHash: master.hash,
        sentKey: null,
        width,
        height,
        updatedAt: context.now,
      })
      .where(and(eq(photo.id, photoId), sql`${photo.crop} is not distinct from ${asJson(row.crop)}`))
      .returning({ id: photo.id })
    if (made.length > 0) await tellOfGallery(tx, context, row)
    return made.length > 0
  })
  if (isMade && row.sentKey) await storage.remove([row.sentKey])
}

type Master = { hash: string; body: Buffer; width: number; height: number }

/** What a phone sent, opened once and made anew. */
async function makeMaster(
  { storage }: Pick<Context, 'storage'>,
  row: PhotoRow,
  key: string,
): Promise<Master | { problem: PhotoProblem }> {
  const sent = await storage.get(key)
  if (!sent) return row.masterHash ? oldMaster({ storage }, row) : { problem: 'lost' }
  const atSight = problemAtSight(sent.body)
  if (atSight) return { problem: atSight }
  try {
    const size = await pictureSize(sent.body, MOST_PHOTO_PIXELS)
    const ofSize = problemOfSize(size, MOST_PHOTO_PIXELS)
    if (ofSize) return { problem: ofSize }
    const pressed = await pressMaster(sent.body, { side: MASTER_SIDE, mostPixels: MOST_PHOTO_PIXELS })
    const hash = createHash('sha256').update(pressed.body).digest('hex')
    await storage.put(masterKey(hash), { body: pressed.body, contentType: 'image/webp' })
    return { hash, ...pressed }
  } catch (error) {
    if (error instanceof Unreadable) return { problem: 'broken' }
    throw error
  }
}

async function oldMaster(
  { storage }: Pick<Context, 'storage'>,
  row: PhotoRow,
): Promise<Master | { problem: PhotoProblem }> {
  const file = row.masterHash ? await storage.get(masterKey(row.masterHash)) : null
  if (!row.masterHash || !file) return { problem: 'lost' }
  return { hash: row.masterHash, body: file.body, ...(await pictureSize(file.body, MOST_PHOTO_PIXELS)) }
}

async function refuse(context: Context, row: PhotoRow, problem: PhotoProblem): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    await tx
      .update(photo)
      .set({ state: 'refused', problem, sentKey: null, updatedAt: context.now })
      .where(and(eq(photo.id, row.id), eq(photo.state, row.state)))
    if (row.state === 'ready') await tellOfGallery(tx, context, row)
  })
  if (row.sentKey) await context.storage.remove([row.sentKey])
}

function nameOf(masterHash: string, crop: Crop | null): string {
  const part = crop ? [crop.x, crop.y, crop.width, crop.height].join() : 'whole'
  return createHash('sha256').update(`${RECIPE} ${masterHash} ${part}`).digest('hex')
}

/** A parameter that is compared with a jsonb column, in which the order of keys doesn't count. */
function asJson(crop: Crop | null) {
  return crop ? sql`${JSON.stringify(crop)}::jsonb` : sql`null`
}
