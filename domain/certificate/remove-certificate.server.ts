import { and, eq } from 'drizzle-orm'
import { certificate } from '~/db/schema/certificate'
import { inTransaction } from '~/db/transaction.server'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import { tellOfPaper } from './tell-of-paper.server'

/**
 * Takes a paper away, with what the organiser said of it; its file is swept later.
 * @throws AppError 'forbidden' for who may not write for a pesantren; 'not-found' for another's paper.
 */
export async function removeCertificate(context: Context, { id }: { id: string }): Promise<void> {
  const { organisationId } = requirePesantrenWriter(context.actor)
  if (!isId(id)) throw new AppError('not-found')
  await inTransaction(context.db, async (tx) => {
    const [gone] = await tx
      .delete(certificate)
      .where(and(eq(certificate.id, id), eq(certificate.organisationId, organisationId)))
      .returning({ productId: certificate.productId })
    if (!gone) throw new AppError('not-found')
    await tellOfPaper(tx, context, { organisationId, productId: gone.productId })
  })
}
