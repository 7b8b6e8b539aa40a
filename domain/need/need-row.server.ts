import { and, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { need } from '~/db/schema/need'
import { organisation } from '~/db/schema/organisation'
import { product } from '~/db/schema/product'
import { regency } from '~/db/schema/region'
import { actingMembership, mayWrite } from '../shared/acting'
import type { Actor, Context } from '../shared/context'
import { isId } from '../shared/ids'
import type { NeedView } from './need-view'

/**
 * For a query of `need`: those that the actor may read. An organisation's own; the organiser's all of its
 * edition, sample or real. Null: none at all.
 */
export function visibleNeeds(actor: Actor): SQL | null {
  const acting = actingMembership(actor)
  if (!acting) return null
  return acting.organisationKind === 'organiser'
    ? eq(need.isSample, acting.isSample)
    : eq(need.organisationId, acting.organisationId)
}

const booth = alias(organisation, 'about_booth')

/** A need that the actor may read, in one query; null where there is none, or it is somebody else's. */
export async function queryNeed(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  needId: string,
): Promise<NeedView | null> {
  const visible = visibleNeeds(actor)
  if (!visible || !isId(needId)) return null
  const [row] = await db
    .select({
      need,
      organisation: { id: organisation.id, name: organisation.name, isSample: organisation.isSample },
      regency: { code: regency.code, name: regency.name },
      boothSlug: booth.slug,
      boothName: booth.name,
      productSlug: product.slug,
    })
    .from(need)
    .innerJoin(organisation, eq(organisation.id, need.organisationId))
    .leftJoin(regency, eq(regency.code, need.destinationRegency))
    .leftJoin(booth, eq(booth.id, need.aboutOrganisationId))
    // A product that was taken off the shelf leads nowhere.
    .leftJoin(product, and(eq(product.id, need.aboutProductId), sql`${product.state} = 'published'`))
    .where(and(eq(need.id, needId), visible))
  if (!row) return null
  const { organisationId, createdBy, aboutOrganisationId, aboutProductId, ...fields } = row.need
  const acting = actingMembership(actor)
  return {
    id: fields.id,
    version: fields.version,
    state: fields.state,
    organisation: row.organisation,
    field: fields.field,
    productWords: fields.productWords,
    locale: fields.locale,
    monthlyVolume: fields.monthlyVolume,
    unit: fields.unit,
    targetPriceMinor: fields.targetPriceMinor,
    requiredPapers: fields.requiredPapers,
    destinationCountry: fields.destinationCountry,
    destinationRegency: row.regency,
    destinationPlace: fields.destinationPlace,
    language: fields.language,
    neededBy: fields.neededBy,
    note: fields.note,
    about:
      row.boothSlug !== null && row.boothName !== null
        ? { boothSlug: row.boothSlug, boothName: row.boothName, productSlug: row.productSlug }
        : null,
    isMine: acting !== null && acting.organisationId === organisationId && mayWrite(acting),
    createdAt: fields.createdAt,
    closedAt: fields.closedAt,
  }
}
