import { desc, eq } from 'drizzle-orm'
import { organisation } from '~/db/schema/organisation'
import { product } from '~/db/schema/product'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { BusinessField, TradeUnit } from '../shared/enums'
import { readPapers } from '../shared/papers.server'
import { fieldDefaults } from './field-defaults'
import { heldPapers } from './held-papers'
import type { HeldPaper } from './own-product'

export interface ProductStart {
  organisationId: string
  boothSlug: string
  /** As the newest of its goods has them, for most makers make like things; of the first one by its field. */
  field: BusinessField
  kind: string
  unit: TradeUnit
  papers: HeldPaper[]
  /** The id that the new product gets: sent twice, the form makes one. */
  token: string
}

/**
 * What an empty product form starts with. Three queries.
 * @throws AppError 'forbidden' for who may not write for a pesantren.
 */
export async function startProduct(context: Context): Promise<ProductStart> {
  const { organisationId } = requirePesantrenWriter(context.actor)
  const { db } = context
  const [[booth], [newest], papers] = await Promise.all([
    db
      .select({ slug: organisation.slug, field: organisation.field })
      .from(organisation)
      .where(eq(organisation.id, organisationId)),
    db
      .select({ field: product.field, kind: product.kind, unit: product.unit })
      .from(product)
      .where(eq(product.organisationId, organisationId))
      .orderBy(desc(product.createdAt), desc(product.id))
      .limit(1),
    readPapers(db, organisationId, null),
  ])
  if (!booth) throw new AppError('not-found')
  const field = newest?.field ?? booth.field ?? 'perdagangan'
  const defaults = fieldDefaults(field)
  return {
    organisationId,
    boothSlug: booth.slug,
    field,
    kind: newest?.kind ?? defaults.kind,
    unit: newest?.unit ?? defaults.unit,
    papers: heldPapers(papers, context.now),
    token: context.newId(),
  }
}
