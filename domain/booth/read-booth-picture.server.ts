import { requireOrganiser } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import type { BoothFields } from './booth-fields'
import type { OwnPavilion, PreviewGoods } from './own-booth'
import { findOwnBooth, pavilionOf } from './own-booth.server'
import { previewGoods } from './preview-goods.server'

export interface BoothPictureFacts {
  slug: string
  isSample: boolean
  fields: BoothFields
  pavilion: OwnPavilion
  goods: PreviewGoods
}

/**
 * All that a booth's picture shows, for the organiser, whether or not it is open yet. Three queries.
 * @throws AppError 'forbidden' for everybody but the organiser; 'not-found' for what isn't there.
 */
export async function readBoothPicture(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { organisationId }: { organisationId: string },
): Promise<BoothPictureFacts> {
  const organiser = requireOrganiser(actor)
  const stored = isId(organisationId) ? await findOwnBooth(db, organisationId) : null
  if (!stored || stored.isSample !== organiser.isSample) throw new AppError('not-found')
  const { id, slug, isSample, fields } = stored
  const [pavilion, goods] = await Promise.all([
    pavilionOf(db, { id, isSample, regencyCode: fields.regencyCode }),
    previewGoods(db, id),
  ])
  return { slug, isSample, fields, pavilion, goods }
}
