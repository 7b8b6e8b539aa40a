import { and, eq, sql } from 'drizzle-orm'
import { schema } from '~/db/schema'
import type { Transaction } from '~/db/transaction.server'
import { MOTIFS, pavilionStyle } from '../hall/motifs'
import { drawnLook } from '../hall/pavilion-look'
import type { Context } from '../shared/context'
import type { BoothState } from '../shared/enums'
import { type BoothFields, SPOKEN_LANGUAGES } from './booth-fields'
import type { OwnPavilion } from './own-booth'

const { boothProfile, edition, organisation, participation, pavilion } = schema

export interface StoredBooth {
  id: string
  slug: string
  isSample: boolean
  version: number
  boothState: BoothState
  fields: BoothFields
  /** E.164; never leaves the server but masked. */
  whatsappE164: string | null
  whatsappProvenAt: Date | null
}

/** A pesantren's booth as it is stored; `lock` keeps its row from others until the transaction ends. */
export async function findOwnBooth(
  db: Context['db'] | Transaction,
  organisationId: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<StoredBooth | null> {
  const query = db
    .select({ own: organisation, profile: boothProfile })
    .from(organisation)
    .leftJoin(boothProfile, eq(boothProfile.organisationId, organisation.id))
    .where(and(eq(organisation.id, organisationId), eq(organisation.kind, 'pesantren')))
  const [row] = await (lock ? query.for('no key update', { of: organisation }) : query)
  if (!row) return null
  const { own, profile } = row
  const { id, slug, isSample, version, boothState, whatsappE164 } = own
  return {
    id,
    slug,
    isSample,
    version,
    boothState,
    whatsappE164,
    whatsappProvenAt: profile?.whatsappProvenAt ?? null,
    fields: {
      name: own.name,
      nameEnglish: profile?.nameEnglish ?? null,
      nameArabic: own.nameArabic,
      story: own.story,
      signLatin: profile?.signLatin ?? null,
      signArabic: profile?.signArabic ?? null,
      motif: MOTIFS.find((motif) => motif === profile?.motif) ?? null,
      colour: profile?.colour ?? null,
      accent: profile?.accent ?? null,
      field: own.field,
      regencyCode: own.regencyCode,
      districtCode: own.districtCode,
      address: profile?.address ?? null,
      openingHours: profile?.openingHours ?? null,
      videoUrl: profile?.videoUrl ?? null,
      // In one order, so that saving what is shown changes nothing.
      spokenLanguages:
        own.spokenLanguages && SPOKEN_LANGUAGES.filter((code) => own.spokenLanguages?.includes(code)),
      hasExported: own.hasExported,
    },
  }
}

/**
 * The pavilion whose look a booth takes on where it says nothing of its own: in which it stands, else that of its
 * regency in the open hall, else how that of its regency begins.
 */
export async function pavilionOf(
  db: Context['db'] | Transaction,
  { id, isSample, regencyCode }: { id: string; isSample: boolean; regencyCode: string | null },
): Promise<OwnPavilion> {
  const [row] = await db
    .select({
      number: pavilion.number,
      regencyCode: pavilion.regencyCode,
      motif: pavilion.motif,
      roof: pavilion.roof,
      colour: pavilion.colour,
      accent: pavilion.accent,
      isPlaced: sql<boolean>`${participation.id} is not null and ${participation.closedAt} is null`,
    })
    .from(pavilion)
    .innerJoin(edition, and(eq(edition.id, pavilion.editionId), eq(edition.isOpen, true)))
    .leftJoin(
      participation,
      and(
        eq(participation.editionId, pavilion.editionId),
        eq(participation.pavilionNumber, pavilion.number),
        eq(participation.organisationId, id),
      ),
    )
    .where(
      and(
        eq(edition.isSample, isSample),
        sql`(${participation.id} is not null or ${pavilion.regencyCode} = ${regencyCode ?? ''})`,
      ),
    )
    .orderBy(sql`${participation.id} is null`)
    .limit(1)
  if (!row) return { number: null, isPlaced: false, regencyCode, look: pavilionStyle(regencyCode ?? '') }
  const { number, isPlaced, motif, roof, colour, accent } = row
  return {
    number,
    isPlaced,
    regencyCode: row.regencyCode,
    look: drawnLook({ motif, roof, colour, accent }),
  }
}
