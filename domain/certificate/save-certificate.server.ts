import { and, count, eq } from 'drizzle-orm'
import { appendOutbox } from '~/db/outbox.server'
import { certificate } from '~/db/schema/certificate'
import { organisation } from '~/db/schema/organisation'
import { product } from '~/db/schema/product'
import { inTransaction } from '~/db/transaction.server'
import { problemAtSight } from '../photo/photo-kind'
import { MOST_PHOTO_BYTES } from '../photo/photo-view'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isFormToken } from '../shared/form-id.server'
import { isId } from '../shared/ids'
import type { CertificateFields, CertificateProblem } from './certificate.schema'
import { isPdf } from './paper-kind'
import { tellOfPaper } from './tell-of-paper.server'

/** More than anybody has. */
const MOST_PAPERS = 200

export interface SaveCertificateInput {
  /** null: a new one, which gets `token` as its id: the same form sent twice makes one. */
  id: string | null
  token: string
  /** The `seen` that the form was made with; 0 for a new one. */
  seen: number
  fields: CertificateFields
  /** A photograph of it, or a PDF; null: as it is. */
  bytes: Buffer | null
}

export type SaveCertificateOutcome =
  | { kind: 'saved'; id: string }
  /** Somebody else saved, or the organiser decided, since; nothing was written. */
  | { kind: 'changed' }
  | { kind: 'refused-file'; problem: CertificateProblem }
  | { kind: 'too-many' }

/**
 * Saves a paper of the pesantren or of one of its goods. It is the pesantren's word then, also where it was the
 * organiser's before: what the organiser looked at was another paper.
 * @throws AppError 'forbidden' for who may not write for a pesantren; 'not-found' for another's paper or product.
 */
export async function saveCertificate(
  context: Context,
  { id, token, seen, fields, bytes }: SaveCertificateInput,
): Promise<SaveCertificateOutcome> {
  const { organisationId, isSample } = requirePesantrenWriter(context.actor)
  const { now, storage, newId } = context
  const problem = bytes ? fileProblem(bytes) : null
  if (problem) return { kind: 'refused-file', problem }
  const sentKey = bytes ? `sent/${newId()}` : null
  // First: a row must never wait for a file that isn't there. A file without a row is swept.
  if (bytes && sentKey) await storage.put(sentKey, { body: bytes, contentType: 'application/octet-stream' })
  return inTransaction(context.db, async (tx): Promise<SaveCertificateOutcome> => {
    // One at a time for each pesantren: papers are counted.
    await tx
      .select({ id: organisation.id })
      .from(organisation)
      .where(eq(organisation.id, organisationId))
      .for('no key update')
    if (fields.productId !== null) {
      const [goods] = isId(fields.productId)
        ? await tx
            .select({ id: product.id })
            .from(product)
            .where(and(eq(product.id, fields.productId), eq(product.organisationId, organisationId)))
        : []
      if (!goods) throw new AppError('not-found')
    }
    const sent = sentKey ? { sentKey, fileProblem: null } : {}
    const said = { ...fields, ...sent, verifiedAt: null, verifiedBy: null, objection: null, updatedAt: now }
    const paperId = id ?? (isFormToken(token) ? token : newId())
    const [current] = isId(paperId)
      ? await tx.select().from(certificate).where(eq(certificate.id, paperId)).for('update')
      : []
    if (id !== null || current) {
      if (!current || current.organisationId !== organisationId) throw new AppError('not-found')
      // The same new form once more.
      if (id === null) return { kind: 'saved', id: paperId }
      if (current.updatedAt.getTime() !== seen) return { kind: 'changed' }
      await tx.update(certificate).set(said).where(eq(certificate.id, paperId))
      if (current.productId !== fields.productId) await tellOfPaper(tx, context, current)
    } else {
      const [all] = await tx
        .select({ papers: count() })
        .from(certificate)
        .where(eq(certificate.organisationId, organisationId))
      if ((all?.papers ?? 0) >= MOST_PAPERS) return { kind: 'too-many' }
      await tx.insert(certificate).values({ ...said, id: paperId, organisationId, isSample, createdAt: now })
    }
    if (sentKey)
      await appendOutbox(tx, context, { topic: 'paper.sent', payload: { certificateId: paperId, sentKey } })
    await tellOfPaper(tx, context, { organisationId, productId: fields.productId })
    return { kind: 'saved', id: paperId }
  })
}

/** Photographed, or a PDF as authorities issue them: either is made anew as pictures. */
function fileProblem(bytes: Buffer): CertificateProblem | null {
  if (isPdf(bytes)) return bytes.length > MOST_PHOTO_BYTES ? 'file-too-large' : null
  const problem = problemAtSight(bytes)
  if (problem === 'too-many-bytes') return 'file-too-large'
  if (problem === 'heic') return 'file-heic'
  return problem ? 'file-not-a-photo' : null
}
