import { useRouteLoaderData } from '@remix-run/react'
import { StructuredData } from '~/app/components/structured-data'
import { useLocale, useWords } from '~/app/i18n/use-words'
import type { loader as rootLoader } from '~/app/root'
import { largestFile } from '~/domain/photo/photo-view'
import { drawingUrl } from '~/domain/product/drawing-spec'
import type { ProductView } from '~/domain/product/product-view'
import { majorUnits, money } from '~/domain/shared/money'

/** The product and its offer for search engines (schema.org). */
export function ProductData({ product }: { product: ProductView }) {
  const words = useWords()
  const { photos } = product
  const locale = useLocale()
  const publicUrl = useRouteLoaderData<typeof rootLoader>('root')?.publicUrl ?? ''
  const prices = product.tiers.map((tier) => majorUnits(money(tier.unitPriceMinor)))
  const url = `${publicUrl}/${locale}/products/${product.slug}`
  return (
    <StructuredData
      data={{
        '@type': 'Product',
        name: product.name.text,
        alternateName: product.originalName ?? undefined,
        description: product.description?.text,
        disambiguatingDescription: product.isSample ? words.common.sampleData : undefined,
        category: words.trade.fields[product.field],
        sku: product.slug,
        url,
        image:
          photos.length > 0
            ? photos.map((one) => publicUrl + largestFile(one))
            : publicUrl + drawingUrl(product.drawing),
        countryOfOrigin: 'ID',
        brand: { '@type': 'Brand', name: product.booth.name },
        manufacturer: {
          '@type': 'Organization',
          name: product.booth.name,
          url: `${publicUrl}/${locale}/booths/${product.booth.slug}`,
        },
        offers:
          // The prices of samples are made up.
          prices.length === 0 || product.isSample
            ? undefined
            : {
                '@type': 'AggregateOffer',
                priceCurrency: 'IDR',
                lowPrice: Math.min(...prices),
                highPrice: Math.max(...prices),
                offerCount: prices.length,
                url,
                eligibleQuantity:
                  product.minimumOrder === null
                    ? undefined
                    : {
                        '@type': 'QuantitativeValue',
                        minValue: product.minimumOrder,
                        unitText: product.unit,
                      },
              },
      }}
    />
  )
}
