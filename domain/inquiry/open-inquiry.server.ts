import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { type FoundText, type Locale, localized } from '../shared/locale'
import { findInquiryTarget } from './inquiry-target.server'

export interface InquirySubject {
  booth: { slug: string; name: string; nameArabic: string | null; isSample: boolean }
  product: { slug: string; name: FoundText } | null
  /** Goes with the form, so that sending it twice records one inquiry. */
  token: string
}

/** What the inquiry form is about. One query. @throws AppError 'not-found' */
export async function openInquiry(
  context: Pick<Context, 'db' | 'newId'>,
  input: { boothSlug: string; productSlug: string | null; locale: Locale },
): Promise<InquirySubject> {
  const target = await findInquiryTarget(context, input)
  if (!target) throw new AppError('not-found')
  const { slug, name, nameArabic, isSample, product } = target
  return {
    booth: { slug, name, nameArabic, isSample },
    product: product && {
      slug: product.slug,
      name: localized(product.name, input.locale) ?? { text: product.slug, lang: 'id' },
    },
    token: context.newId(),
  }
}
