import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunctionArgs, useLoaderData } from '@remix-run/react'
import { ContactButton } from '~/app/components/contact'
import { ErrorPage } from '~/app/components/error-page'
import { KeepButton } from '~/app/components/keep-button'
import { Unseen } from '~/app/components/unseen'
import { formatMoneyRange } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { wordsFor } from '~/app/i18n/registry'
import { useWords } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { sampleBlock } from '~/app/sample-block.server'
import { cardPath, productCard } from '~/app/share-card.server'
import { readShelf } from '~/app/shelf-cookie'
import { readShown } from '~/app/shown-currency.server'
import { readSampleOffer } from '~/domain/order/read-sample-offer.server'
import { parseQuantity } from '~/domain/product/price-tiers'
import { readProduct } from '~/domain/product/read-product.server'
import { isFormToken } from '~/domain/shared/form-id.server'
import { money } from '~/domain/shared/money'
import { isKept } from '~/domain/shortlist/kept'
import { ProductPage } from './product-page'
import './product.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? ''
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const typed = query.get('qty')?.slice(0, 20) ?? null
  const meeting = query.get('meeting') ?? ''
  const product = await run(() =>
    readProduct(context.context, {
      slug,
      locale,
      publicUrl: context.publicUrl,
      quantity: typed === null ? null : parseQuantity(typed),
    }),
  )
  const [offer, shown] = await run(() =>
    Promise.all([
      readSampleOffer(context.context, { slug, locale }),
      readShown(context.context, request, locale),
    ]),
  )
  return {
    product,
    sample: sampleBlock(offer, { booth: product.booth.slug, product: slug, locale, shown }),
    meeting: isFormToken(meeting) ? meeting : null,
    typed,
    kept: isKept(readShelf(request), { kind: 'product', slug }),
    unseen: product.isShown ? null : pageWords('boothStanding', locale).unseen,
    card: cardPath('product', slug, productCard(product, locale)),
  }
}

/** Keeping a product changes nothing on its page. */
export function shouldRevalidate({ formAction, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return formAction?.endsWith('/shortlist') ? false : defaultShouldRevalidate
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  if (!args.data) return []
  const { product, card } = args.data
  const locale = metaLocale(args)
  const words = wordsFor(locale)
  const sample = product.isSample ? `${words.common.sampleData}. ` : ''
  const prices = product.tiers.map((tier) => tier.unitPriceMinor)
  const price =
    prices.length > 0 ? formatMoneyRange(money(Math.min(...prices)), money(Math.max(...prices)), locale) : ''
  return pageMeta(args, {
    title: `${product.name.text} · ${product.booth.name}`,
    description: sample + words.product.description(product.name.text, product.booth.name, price),
    path: `/products/${product.slug}`,
    image: { path: card, alt: product.name.text },
    type: 'product',
    noIndex: !product.isShown,
  })
}

export default function ProductRoute() {
  const { product, typed, kept, unseen, sample, meeting } = useLoaderData<typeof loader>()
  const words = useWords().chat
  const { booth, slug, quantity } = product
  return (
    <>
      <Unseen text={unseen} />
      <ProductPage product={product} typed={typed} kept={kept} sample={sample} meeting={meeting} />
      <aside className="bar phone" aria-label={words.contact}>
        <ContactButton contact={booth.contact} booth={booth.slug} product={slug} quantity={quantity} short />
        <KeepButton item={{ kind: 'product', slug }} kept={kept} short />
      </aside>
    </>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
