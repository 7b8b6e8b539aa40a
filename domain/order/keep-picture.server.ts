import { createHash } from 'node:crypto'
import { pictureSize, pressMaster, Unreadable } from '~/integrations/photograph/press.server'
import { problemAtSight, problemOfSize } from '../photo/photo-kind'
import type { PhotoProblem } from '../photo/photo-problems'
import type { Context } from '../shared/context'

/** Of a transfer's proof, and of a parcel: small print has to be read. */
const SIDE = 1_600
const MOST_PIXELS = 50_000_000

/** Where pictures of orders lie in the store; worker/sweep-files.ts takes away what no row names. */
export type PicturePrefix = 'proofs/' | 'parcels/'

/**
 * Makes a picture anew, without anything that a camera or a stranger hid in it, and keeps it. Before the transaction
 * that names it: a row must never wait for a file that isn't there.
 */
export async function keepPicture(
  { storage }: Pick<Context, 'storage'>,
  { prefix, bytes }: { prefix: PicturePrefix; bytes: Buffer },
): Promise<{ kind: 'kept'; key: string } | { kind: 'refused'; problem: PhotoProblem }> {
  const atSight = problemAtSight(bytes)
  if (atSight) return { kind: 'refused', problem: atSight }
  try {
    const problem = problemOfSize(await pictureSize(bytes, MOST_PIXELS), MOST_PIXELS)
    if (problem) return { kind: 'refused', problem }
    const { body } = await pressMaster(bytes, { side: SIDE, mostPixels: MOST_PIXELS })
    const key = `${prefix}${createHash('sha256').update(body).digest('hex')}.webp`
    await storage.put(key, { body, contentType: 'image/webp' })
    return { kind: 'kept', key }
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'refused', problem: 'broken' }
    throw error
  }
}
