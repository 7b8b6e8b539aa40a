import { cardPhoto } from '~/integrations/share-card/photo.server'
import { openShareCardRenderer } from '~/integrations/share-card/render.server'
import { photoWidths } from '../photo/photo-view'
import type { Context } from '../shared/context'
import { CARD_PHOTO, type ShareCard, shareCardSvg } from './share-card'

/**
 * The picture of a shared link as PNG, 1200 × 630. It takes some 100 ms of a processor: keep the result by
 * what went into it. `cacheDir` holds the fonts.
 */
export async function drawShareCard(
  { cacheDir, storage }: { cacheDir: string; storage: Pick<Context['storage'], 'get'> },
  card: ShareCard,
): Promise<Buffer> {
  const { measure, render } = await openShareCardRenderer(cacheDir)
  return render(shareCardSvg(card, measure, card.photo ? await findPhoto(storage, card.photo) : null))
}

/** Null where its file has gone: the card then shows the drawing. */
async function findPhoto(storage: Pick<Context['storage'], 'get'>, photo: NonNullable<ShareCard['photo']>) {
  const widths = photoWidths(photo.width)
  const width = widths.find((one) => one >= CARD_PHOTO.width) ?? widths.at(-1) ?? photo.width
  const file = await storage.get(`photos/${photo.hash}/${width}.webp`)
  return file && cardPhoto(file.body, CARD_PHOTO)
}
