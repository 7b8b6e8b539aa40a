import { and, asc, eq, max } from 'drizzle-orm'
import { schema } from '~/db/schema'
import { requireOrganiser } from '../shared/acting'
import type { Context } from '../shared/context'
import { pavilionStyle } from './motifs'
import { drawnLook, isSameLook } from './pavilion-look'
import type { PavilionLookRow } from './pavilion-look-view'
import { ofOpenHall } from './pavilion-of-organiser.server'

const { pavilion, pavilionChange, regency } = schema

/**
 * How the pavilions of the open hall look, in the order in which they stand: one query; none while no hall is open.
 * @throws AppError 'forbidden' for everybody but the organiser.
 */
export async function listPavilionLooks({ db, actor }: Context): Promise<PavilionLookRow[]> {
  const { isSample } = requireOrganiser(actor)
  const rows = await db
    .select({
      number: pavilion.number,
      regencyCode: regency.code,
      regencyName: regency.name,
      regencyKind: regency.kind,
      motif: pavilion.motif,
      roof: pavilion.roof,
      colour: pavilion.colour,
      accent: pavilion.accent,
      changedAt: max(pavilionChange.createdAt),
    })
    .from(pavilion)
    .innerJoin(regency, eq(regency.code, pavilion.regencyCode))
    .leftJoin(
      pavilionChange,
      and(
        eq(pavilionChange.editionId, pavilion.editionId),
        eq(pavilionChange.pavilionNumber, pavilion.number),
      ),
    )
    .where(ofOpenHall(db, isSample))
    .groupBy(pavilion.editionId, pavilion.number, regency.code)
    .orderBy(asc(pavilion.number))
  return rows.map(({ motif, roof, colour, accent, ...row }) => {
    const look = drawnLook({ motif, roof, colour, accent })
    return { ...row, look, isSuggested: isSameLook(look, pavilionStyle(row.regencyCode)) }
  })
}
