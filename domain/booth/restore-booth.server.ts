import { and, eq } from 'drizzle-orm'
import { revision } from '~/db/schema/revision'
import { inTransaction } from '~/db/transaction.server'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import { changedFields } from '../shared/changed-fields'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import { boothSchema } from './booth.schema'
import { findOwnBooth, pavilionOf } from './own-booth.server'
import { familyMotifs } from './region-family'
import { readRevisedBooth } from './revised-booth'
import { typedBooth } from './typed-booth'
import { writeBooth } from './write-booth.server'

export type RestoreBoothOutcome =
  | { kind: 'restored'; version: number }
  /** It stands so already; nothing was written. */
  | { kind: 'same' }
  /** Somebody saved since; nothing was written. */
  | { kind: 'changed' }
  /** As it was then it would not be taken today: its region's motifs or the pavilion's colours are others. */
  | { kind: 'refused' }

/**
 * Brings back what a booth said at one time, as a new version: nothing of what came between is lost. Its number and
 * its place in the hall stay.
 * @throws AppError 'forbidden' for who may not write for a pesantren; 'not-found' for another's revision.
 */
export async function restoreBooth(
  context: Context,
  { version, revisionId }: { version: number; revisionId: string },
): Promise<RestoreBoothOutcome> {
  const { organisationId } = requirePesantrenWriter(context.actor)
  return inTransaction(context.db, async (tx) => {
    const current = await findOwnBooth(tx, organisationId, { lock: true })
    if (!current || !isId(revisionId)) throw new AppError('not-found')
    const [wanted] = await tx
      .select({ fields: revision.fields, version: revision.version })
      .from(revision)
      .where(
        and(
          eq(revision.id, revisionId),
          eq(revision.subject, 'booth'),
          eq(revision.subjectId, organisationId),
        ),
      )
    if (!wanted) throw new AppError('not-found')
    if (current.version !== version) return { kind: 'changed' }
    const fields = readRevisedBooth(wanted.fields)
    if (changedFields({ ...current.fields }, { ...fields }).length === 0) return { kind: 'same' }
    const { id, isSample } = current
    const { look, regencyCode } = await pavilionOf(tx, { id, isSample, regencyCode: fields.regencyCode })
    const motifs = familyMotifs(regencyCode, look.motif)
    const typed = typedBooth(fields, { colours: [], accents: [] })
    const read = boothSchema({ isSample, pavilion: look, motifs }).safeParse(typed)
    if (!read.success) return { kind: 'refused' }
    const saved = await writeBooth(tx, context, {
      current,
      fields: read.data,
      action: 'restored',
      restoredVersion: wanted.version,
    })
    return { kind: 'restored', version: saved }
  })
}
