import { maskAddress } from '../account/address'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { OwnBooth } from './own-booth'
import { findOwnBooth } from './own-booth.server'

/**
 * What is known of the number at which a booth is reached, for whoever may change it.
 * @throws AppError 'forbidden' for who may not write for a pesantren.
 */
export async function readBoothNumber({
  db,
  actor,
}: Pick<Context, 'db' | 'actor'>): Promise<OwnBooth['whatsapp'] & { isSample: boolean }> {
  const { organisationId } = requirePesantrenWriter(actor)
  const stored = await findOwnBooth(db, organisationId)
  if (!stored) throw new AppError('not-found')
  const { whatsappE164, whatsappProvenAt, isSample } = stored
  return {
    masked: whatsappE164 && maskAddress('whatsapp', whatsappE164),
    isProven: whatsappProvenAt !== null,
    isSample,
  }
}
