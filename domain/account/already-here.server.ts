import { eq } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { membership } from '~/db/schema/membership'
import type { Transaction } from '~/db/transaction.server'
import { findSimilar } from '../shared/similar-organisations.server'
import type { JoiningFields } from './joining.schema'

/** A pesantren that is here already, by what everybody may know of it. */
export interface AlreadyHere {
  id: string
  name: string
  nameArabic: string | null
  districtName: string | null
  regencyCode: string | null
  regencyName: string | null
}

export interface AlreadyHereWish
  extends Pick<JoiningFields, 'name' | 'nameArabic' | 'regencyCode' | 'districtCode'> {
  personId: string
  /** The joiner's own proven number alone: a typed one would tell whose number it is. */
  phoneE164: string | null
  isSample: boolean
}

const SHOWN = 5

/**
 * Pesantren that somebody who joins may mean. Those whose own joining is under way are nobody's business, but
 * for the one with the joiner's proven number; the joiner's own aren't asked about.
 */
export async function alreadyHere(
  db: Database | Transaction,
  { personId, ...wish }: AlreadyHereWish,
): Promise<AlreadyHere[]> {
  const [found, own] = await Promise.all([
    findSimilar(db, { ...wish, limit: 4 * SHOWN }),
    db.select({ id: membership.organisationId }).from(membership).where(eq(membership.personId, personId)),
  ])
  return found
    .filter(({ id, verification, samePhone }) => {
      return (verification === 'verified' || samePhone) && !own.some((mine) => mine.id === id)
    })
    .slice(0, SHOWN)
    .map(({ id, name, nameArabic, districtName, regencyCode, regencyName }) => {
      return { id, name, nameArabic, districtName, regencyCode, regencyName }
    })
}
