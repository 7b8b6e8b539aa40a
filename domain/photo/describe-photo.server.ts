import { eq } from 'drizzle-orm'
import { photo } from '~/db/schema/photo'
import { inTransaction } from '~/db/transaction.server'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { LOCALES, type LocalizedText } from '../shared/locale'
import { lockOwnPhoto, tellOfGallery } from './own-photo.server'

/** Characters that a description has at most: one sentence. */
export const MOST_ALT = 250

export type DescribePhotoOutcome =
  | { kind: 'done'; version: number }
  /** Somebody else changed it since; nothing was written. */
  | { kind: 'changed' }
  /** Longer than MOST_ALT. */
  | { kind: 'too-long' }

/**
 * Says what is to be seen, for who doesn't see it; nothing in any language: nobody has said.
 * @throws AppError 'forbidden' for who may not write for a pesantren; 'not-found' for another's photograph.
 */
export async function describePhoto(
  context: Context,
  { id, version, alt }: { id: string; version: number; alt: LocalizedText },
): Promise<DescribePhotoOutcome> {
  const { organisationId } = requirePesantrenWriter(context.actor)
  const said: LocalizedText = {}
  for (const locale of LOCALES) {
    const text = alt[locale]?.replace(/\s+/g, ' ').trim()
    if (text) said[locale] = text
  }
  if (Object.values(said).some((text) => text.length > MOST_ALT)) return { kind: 'too-long' }
  return inTransaction(context.db, async (tx) => {
    const current = await lockOwnPhoto(tx, organisationId, id)
    if (!current || current.removedAt) throw new AppError('not-found')
    if (current.version !== version) return { kind: 'changed' }
    await tx
      .update(photo)
      .set({
        alt: Object.keys(said).length > 0 ? said : null,
        version: version + 1,
        updatedAt: context.now,
      })
      .where(eq(photo.id, id))
    await tellOfGallery(tx, context, current)
    return { kind: 'done', version: version + 1 }
  })
}
