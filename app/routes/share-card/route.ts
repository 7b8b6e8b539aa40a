import type { LoaderFunctionArgs } from '@remix-run/node'
import { run } from '~/app/run.server'
import { boothCard, cardVersion, drawnCard, productCard } from '~/app/share-card.server'
import { readBooth } from '~/domain/booth/read-booth.server'
import type { ShareCard } from '~/domain/booth/share-card'
import { readProduct } from '~/domain/product/read-product.server'
import { isLocale, type Locale } from '~/domain/shared/locale'

const FILE = /^([a-z0-9-]+)\.([a-z]{2})\.([\w-]{12})\.png$/
const YEAR = 'public, max-age=31536000, immutable'
/** Under an old version's address: what is true now, and not for long. */
const HOUR = 'public, max-age=3600'

/** The picture of a shared link: `/share/<booth|product>/<slug>.<locale>.<version>.png`. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const [, slug, locale, version] = FILE.exec(params.file ?? '') ?? []
  if (!slug || !isLocale(locale)) return new Response(null, { status: 404 })
  const card = await findCard(context, params.kind, slug, locale)
  if (!card) return new Response(null, { status: 404 })
  const current = cardVersion(card)
  const headers = {
    'Content-Type': 'image/png',
    'Cache-Control': version === current ? YEAR : HOUR,
    ETag: `"${current}"`,
  }
  if (request.headers.get('if-none-match') === headers.ETag) {
    return new Response(null, { status: 304, headers })
  }
  return new Response(
    new Uint8Array(await drawnCard(card, { cacheDir: context.cacheDir, storage: context.context.storage })),
    { headers },
  )
}

async function findCard(
  { context: asked, publicUrl }: LoaderFunctionArgs['context'],
  kind: string | undefined,
  slug: string,
  locale: Locale,
): Promise<ShareCard | null> {
  // A card is kept by whoever carries it: it shows what visitors see.
  const context = { ...asked, actor: { kind: 'visitor' as const } }
  if (kind === 'booth') {
    const booth = await run(() => readBooth(context, { slug, locale }))
    return booth.closed ? null : boothCard(booth, locale)
  }
  if (kind === 'product') {
    const input = { slug, locale, publicUrl, quantity: null }
    return productCard(await run(() => readProduct(context, input)), locale)
  }
  return null
}
