import { openShareCardRenderer } from '~/integrations/share-card/render.server'
import { type ShareCard, shareCardSvg } from './share-card'

/**
 * The picture of a shared link as PNG, 1200 × 630. It takes some 100 ms of a processor: keep the result by
 * what went into it. `cacheDir` holds the fonts.
 */
export async function drawShareCard({ cacheDir }: { cacheDir: string }, card: ShareCard): Promise<Buffer> {
  const { measure, render } = await openShareCardRenderer(cacheDir)
  return render(shareCardSvg(card, measure))
}
