import { eq, type SQL, sql } from 'drizzle-orm'
import { firstPhoto, ofProduct } from '~/db/ready-photos.server'
import { certificate } from '~/db/schema/certificate'
import { organisation } from '~/db/schema/organisation'
import { product } from '~/db/schema/product'
import type { Context } from '../shared/context'
import type { ProductState } from '../shared/enums'
import { type FoundText, type Locale, localized } from '../shared/locale'
import type { HeldPaper } from '../shared/offer-papers'
import { askedSteps, paperFacts, readinessOf } from '../shared/readiness'
import type { ReadinessStep } from '../shared/reason'
import { tiersOfProduct } from './own-product.server'

export interface ReadyProduct {
  id: string
  slug: string
  name: FoundText
  state: ProductState
  isSample: boolean
  booth: { id: string; name: string; nameArabic: string | null }
  done: ReadinessStep[]
  /** Of those that are asked, the ones that aren't done. */
  missing: ReadinessStep[]
}

/** Goods with what they have of what is asked of them, in the order of their shelves. One query. */
export async function readReadiness(
  db: Context['db'],
  { where, locale, now }: { where: SQL | undefined; locale: Locale; now: Date },
): Promise<ReadyProduct[]> {
  const today = now.toISOString().slice(0, 10)
  const rows = await db
    .select({
      id: product.id,
      slug: product.slug,
      name: product.name,
      state: product.state,
      isSample: product.isSample,
      field: product.field,
      unit: product.unit,
      shelfLifeDays: product.shelfLifeDays,
      monthlyCapacity: product.monthlyCapacity,
      tiers: tiersOfProduct,
      hasPhoto: sql<boolean>`${firstPhoto(ofProduct(sql`${product.id}`))} is not null`,
      papers: sql<HeldPaper[]>`coalesce((
        select json_agg(json_build_object('kind', ${certificate.kind}, 'state', ${certificate.state},
          'expiresOn', ${certificate.expiresOn}))
        from ${certificate} where ${certificate.organisationId} = ${product.organisationId}
          and (${certificate.productId} is null or ${certificate.productId} = ${product.id})), '[]')`,
      booth: { id: organisation.id, name: organisation.name, nameArabic: organisation.nameArabic },
    })
    .from(product)
    .innerJoin(organisation, eq(organisation.id, product.organisationId))
    .where(where)
    .orderBy(organisation.name, organisation.id, product.position, product.id)
  return rows.map(({ id, slug, name, state, isSample, booth, ...row }) => {
    const facts = {
      ...row,
      tiers: row.tiers.length,
      photos: row.hasPhoto ? 1 : 0,
      ...paperFacts(row.papers, today),
    }
    const done = readinessOf(facts)
    return {
      id,
      slug,
      name: localized(name, locale) ?? { text: slug, lang: 'id' },
      state,
      isSample,
      booth,
      done,
      missing: askedSteps(facts).filter((step) => !done.includes(step)),
    }
  })
}
