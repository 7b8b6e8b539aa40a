import { desc, eq } from 'drizzle-orm'
import { need } from '~/db/schema/need'
import { person } from '~/db/schema/person'
import { writeNumber } from '../product/number-input'
import { parseQuantity } from '../product/price-tiers'
import { requireWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { type FoundText, type Locale, localized } from '../shared/locale'
import { likelyDestination } from './destinations'
import type { NeedValues } from './need.schema'
import { findNeedSubject, type NeedSubject } from './need-about.server'
import { type RegencyChoice, readRegencies } from './regencies.server'

export interface NeedAboutView {
  booth: { slug: string; name: string; nameArabic: string | null }
  product: { slug: string; name: FoundText } | null
}

export interface NewNeed {
  values: NeedValues
  about: NeedAboutView | null
  /** Why the booth that was asked for is left out. */
  dropped: NeedSubject['dropped']
  regencies: RegencyChoice[]
  isSample: boolean
  /** Goes with the form, so that sending it twice states one need. */
  token: string
}

/**
 * The form of a new need, with all that is known already: what the reader came from, where the last need went,
 * the language of the page. Three queries.
 * @throws AppError 'forbidden' for those who state no needs.
 */
export async function prefillNeed(
  context: Context,
  {
    boothSlug,
    productSlug,
    quantity,
    locale,
  }: { boothSlug: string | null; productSlug: string | null; quantity: string; locale: Locale },
): Promise<NewNeed> {
  const { db, actor, newId } = context
  const acting = requireWriter(actor)
  const { organisationId } = acting
  const [subject, regencies, [reader]] = await Promise.all([
    findNeedSubject(context, { organisationId, boothSlug, productSlug, regencyCode: null }),
    readRegencies(context),
    db
      .select({
        timeZone: person.timeZone,
        country: need.destinationCountry,
        regency: need.destinationRegency,
        place: need.destinationPlace,
      })
      .from(person)
      .leftJoin(need, eq(need.organisationId, organisationId))
      .where(eq(person.id, acting.personId))
      .orderBy(desc(need.createdAt))
      .limit(1),
  ])
  if (!subject) throw new AppError('forbidden')
  const { about } = subject
  const name = about?.product ? localized(about.product.name, locale) : null
  const destination = likelyDestination({
    last: reader?.country ? { country: reader.country, regency: reader.regency, place: reader.place } : null,
    kind: acting.organisationKind,
    regency: subject.own.regencyCode,
    timeZone: reader?.timeZone ?? null,
  })
  const count = parseQuantity(quantity)
  return {
    values: {
      field: about?.product?.field ?? about?.field ?? '',
      productWords: name?.text ?? '',
      monthlyVolume: count ? writeNumber(count, locale) : '',
      unit: about?.product?.unit ?? '',
      targetPrice: '',
      papers: [],
      destinationCountry: destination.country,
      destinationRegency: destination.regency ?? '',
      destinationPlace: destination.place ?? '',
      language: locale,
      neededBy: '',
      note: '',
    },
    about: about && {
      booth: { slug: about.slug, name: about.name, nameArabic: about.nameArabic },
      product: about.product && {
        slug: about.product.slug,
        name: name ?? { text: about.product.slug, lang: 'id' },
      },
    },
    dropped: subject.dropped,
    regencies,
    isSample: subject.own.isSample,
    token: newId(),
  }
}
