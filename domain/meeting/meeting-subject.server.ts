import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { schema } from '~/db/schema'
import { judgeOffer } from '~/matching/judge-offer'
import type { MeetingAgenda } from '../shared/agenda'
import { AppError } from '../shared/app-error'
import type { ActorMembership, Context } from '../shared/context'
import type { MeetingWay } from '../shared/enums'
import { isId } from '../shared/ids'
import type { Locale } from '../shared/locale'
import { notClosed } from '../shared/not-closed.server'
import { demandOf, readOffers } from '../shared/offers.server'
import { isSlug } from '../shared/slug'

const { edition, meetingSetting, need, organisation, participation, product, regency } = schema

/** Who is asked to meet, about which need and which of its goods. */
export interface MeetingSubject {
  needId: string
  language: Locale
  hostId: string
  editionId: string | null
  way: MeetingWay
  productId: string | null
  isSample: boolean
  agenda: MeetingAgenda
}

/**
 * The reader's own open need, and a booth and product that it can be about.
 * @throws AppError 'not-found' for another's need, an unknown or closed booth, a product that isn't one of
 *   its published goods; 'conflict' for a closed need; 'forbidden' between sample and real, or with oneself.
 */
export async function readSubject(
  { db, now }: Pick<Context, 'db' | 'now'>,
  acting: ActorMembership,
  {
    needId,
    boothSlug,
    productId,
    note,
  }: { needId: string; boothSlug: string; productId: string | null; note: string | null },
): Promise<MeetingSubject> {
  if (!isId(needId) || !isSlug(boothSlug) || (productId !== null && !isId(productId)))
    throw new AppError('not-found')
  const [[asked], [host], offers] = await Promise.all([
    db
      .select({ need, regency: { kind: regency.kind, name: regency.name } })
      .from(need)
      .leftJoin(regency, eq(regency.code, need.destinationRegency))
      .where(and(eq(need.id, needId), eq(need.organisationId, acting.organisationId))),
    db
      .select({
        id: organisation.id,
        isSample: organisation.isSample,
        editionId: participation.editionId,
        way: meetingSetting.way,
        productId: product.id,
        productName: product.name,
      })
      .from(organisation)
      .leftJoin(
        participation,
        and(
          eq(participation.organisationId, organisation.id),
          isNotNull(participation.slot),
          sql`${participation.editionId} in (select id from ${edition} where ${edition.isOpen})`,
        ),
      )
      .leftJoin(meetingSetting, eq(meetingSetting.organisationId, organisation.id))
      .leftJoin(
        product,
        and(
          eq(product.organisationId, organisation.id),
          sql`${product.id} = ${productId}::uuid`,
          eq(product.state, 'published'),
        ),
      )
      .where(and(eq(organisation.slug, boothSlug), eq(organisation.kind, 'pesantren'), notClosed))
      .limit(1),
    productId === null ? [] : readOffers(db, { productIds: [productId] }, now),
  ])
  if (!asked || !host || (productId !== null && host.productId === null)) throw new AppError('not-found')
  const { need: stated, regency: goal } = asked
  if (stated.state !== 'open') throw new AppError('conflict', 'the need is closed')
  if (host.id === acting.organisationId || host.isSample !== stated.isSample) throw new AppError('forbidden')
  return {
    needId,
    language: stated.language,
    hostId: host.id,
    editionId: host.editionId,
    way: host.way ?? 'whatsapp',
    productId: host.productId,
    isSample: host.isSample,
    agenda: {
      productWords: stated.productWords,
      productName: host.productName,
      monthlyVolume: stated.monthlyVolume,
      unit: stated.unit,
      targetPriceMinor: stated.targetPriceMinor,
      requiredPapers: stated.requiredPapers,
      destinationCountry: stated.destinationCountry,
      destinationPlace:
        [goal && `${goal.kind === 'kota' ? 'Kota' : 'Kab.'} ${goal.name}`, stated.destinationPlace]
          .filter(Boolean)
          .join(', ') || null,
      neededBy: stated.neededBy,
      reasons: offers
        .flatMap((offer) => judgeOffer(demandOf(stated, now), offer))
        .flatMap(({ reasons }) => reasons),
      note: [stated.note, note].filter(Boolean).join('\n\n') || null,
    },
  }
}
