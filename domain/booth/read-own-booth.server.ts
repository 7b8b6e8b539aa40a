import { asc, eq, sql } from 'drizzle-orm'
import { schema } from '~/db/schema'
import { maskAddress } from '../account/address'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { OwnBooth, PlaceChoice, PreviewGoods } from './own-booth'
import { findOwnBooth, pavilionOf } from './own-booth.server'

export interface OwnBoothPage {
  booth: OwnBooth
  /** All of its province. */
  regencies: PlaceChoice[]
  /** Of the regency that was asked for, else of its own. */
  districts: PlaceChoice[]
}

const { district, organisation, regency } = schema

/**
 * The booth with all that its form shows, for whoever may change it. Five queries.
 * @throws AppError 'forbidden' for who may not write for a pesantren.
 */
export async function readOwnBooth(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { regencyCode: asked = null }: { regencyCode?: string | null } = {},
): Promise<OwnBoothPage> {
  const { organisationId } = requirePesantrenWriter(actor)
  const stored = await findOwnBooth(db, organisationId)
  if (!stored) throw new AppError('not-found')
  const { id, slug, isSample, version, boothState, fields, whatsappE164, whatsappProvenAt } = stored
  const { regencyCode } = fields
  const [pavilion, goods, regencies, districts] = await Promise.all([
    pavilionOf(db, { id, isSample, regencyCode }),
    readGoods(db, id),
    readRegencies(db),
    readDistricts(db, asked ?? regencyCode ?? ''),
  ])
  return {
    booth: {
      slug,
      isSample,
      version,
      boothState,
      fields,
      whatsapp: {
        masked: whatsappE164 && maskAddress('whatsapp', whatsappE164),
        isProven: whatsappProvenAt !== null,
      },
      pavilion,
      goods,
    },
    regencies,
    districts,
  }
}

type Database = Context['db']

async function readGoods(db: Database, organisationId: string): Promise<PreviewGoods> {
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

function readRegencies(db: Database): Promise<PlaceChoice[]> {
  return db.select({ code: regency.code, name: regency.name }).from(regency).orderBy(asc(regency.code))
}

function readDistricts(db: Database, regencyCode: string): Promise<PlaceChoice[]> {
  return db
    .select({ code: district.code, name: district.name })
    .from(district)
    .where(eq(district.regencyCode, regencyCode))
    .orderBy(asc(district.name))
}
