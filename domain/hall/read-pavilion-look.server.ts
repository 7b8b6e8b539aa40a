import { and, desc, eq } from 'drizzle-orm'
import { schema } from '~/db/schema'
import { requireOrganiser } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { pavilionStyle } from './motifs'
import { drawnLook, isSameLook } from './pavilion-look'
import type { PavilionLookView } from './pavilion-look-view'
import { ofOpenHall } from './pavilion-of-organiser.server'

const { pavilion, pavilionChange, person, regency } = schema
const CHANGES = 10

/**
 * One pavilion of the open hall with its last changes: two queries.
 * @throws AppError 'forbidden' for everybody but the organiser; 'not-found' where no such pavilion stands.
 */
export async function readPavilionLook(
  { db, actor }: Context,
  { number }: { number: number },
): Promise<PavilionLookView> {
  const { isSample } = requireOrganiser(actor)
  const [row] = await db
    .select({
      editionId: pavilion.editionId,
      regencyCode: regency.code,
      regencyName: regency.name,
      regencyKind: regency.kind,
      motif: pavilion.motif,
      roof: pavilion.roof,
      colour: pavilion.colour,
      accent: pavilion.accent,
    })
    .from(pavilion)
    .innerJoin(regency, eq(regency.code, pavilion.regencyCode))
    .where(and(ofOpenHall(db, isSample), eq(pavilion.number, number)))
  if (!row) throw new AppError('not-found')
  const changes = await db
    .select({
      id: pavilionChange.id,
      motif: pavilionChange.motif,
      roof: pavilionChange.roof,
      colour: pavilionChange.colour,
      accent: pavilionChange.accent,
      by: person.name,
      at: pavilionChange.createdAt,
    })
    .from(pavilionChange)
    .leftJoin(person, eq(person.id, pavilionChange.changedBy))
    .where(and(eq(pavilionChange.editionId, row.editionId), eq(pavilionChange.pavilionNumber, number)))
    .orderBy(desc(pavilionChange.id))
    .limit(CHANGES)
  const { regencyCode, regencyName, regencyKind, motif, roof, colour, accent } = row
  const look = drawnLook({ motif, roof, colour, accent })
  const suggested = pavilionStyle(regencyCode)
  return {
    number,
    regencyCode,
    regencyName,
    regencyKind,
    look,
    suggested,
    isSuggested: isSameLook(look, suggested),
    seen: changes[0]?.id ?? 0,
    // A name is empty once its account is deleted.
    changes: changes.map(({ id, by, at, ...typed }) => ({ id, look: drawnLook(typed), by: by || null, at })),
  }
}
