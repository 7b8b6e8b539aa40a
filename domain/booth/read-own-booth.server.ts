import { asc, eq } from 'drizzle-orm'
import { schema } from '~/db/schema'
import { maskAddress } from '../account/address'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { OwnBooth, PlaceChoice } from './own-booth'
import { findOwnBooth, pavilionOf } from './own-booth.server'
import { previewGoods } from './preview-goods.server'

export interface OwnBoothPage {
  booth: OwnBooth
  /** All of its province. */
  regencies: PlaceChoice[]
  /** Of the regency that was asked for, else of its own. */
  districts: PlaceChoice[]
}

const { district, regency } = schema

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
    previewGoods(db, id),
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
