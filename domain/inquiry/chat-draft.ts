import { type Locale, type LocalizedText, localized } from '../shared/locale'

interface ChatSubject {
  name: string
  nameArabic: string | null
  slug: string
  product: { slug: string; name: LocalizedText; minimumOrder: number | null } | null
}

/** What a draft says about a booth or one of its goods; the link opens the page in the seller's language. */
export function draftSubject(
  target: ChatSubject,
  { locale, quantity, publicUrl }: { locale: Locale; quantity: number | null; publicUrl: string },
) {
  const { product } = target
  return {
    booth: target.name,
    boothArabic: target.nameArabic,
    product: product
      ? {
          nameForSeller: localized(product.name, 'id')?.text ?? product.slug,
          nameForBuyer: localized(product.name, locale)?.text ?? product.slug,
          minimumOrder: product.minimumOrder,
        }
      : null,
    quantity,
    link: `${publicUrl}/id/${product ? `products/${product.slug}` : `booths/${target.slug}`}`,
  }
}
