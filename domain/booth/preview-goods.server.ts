import { eq, sql } from 'drizzle-orm'
import { organisation } from '~/db/schema/organisation'
import type { Context } from '../shared/context'
import type { PreviewGoods } from './own-booth'

/** What of a booth's goods shows in its picture. One query. */
export async function previewGoods(db: Context['db'], organisationId: string): Promise<PreviewGoods> {
  const [row] = await db
    .select({
      // In a query of one table its columns lose their table's name: here they are written out.
      product: sql<PreviewGoods['product']>`(
        select name from product where product.organisation_id = organisation.id and state = 'published'
        order by position, product.id limit 1)`,
      drawings: sql<string[]>`array(
        select drawing from product where product.organisation_id = organisation.id and state = 'published'
        order by position, product.id limit 3)`,
      reported: organisation.reportedProducts,
      award: sql<boolean>`exists (select from participation
        where participation.organisation_id = organisation.id and award is not null)`,
    })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
  if (!row) return { product: null, drawings: [], award: false }
  const { reported, ...goods } = row
  return { ...goods, product: goods.product ?? (reported ? { id: reported } : null) }
}
