import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { firstPhoto, ofProduct } from '~/db/ready-photos.server'
import { schema } from '~/db/schema'
import type { Transaction } from '~/db/transaction.server'
import type { Demand, Offer } from '~/matching/offer'
import { offeredWords } from '~/search/offered-words'
import { queryWords } from '~/search/query-terms'
import { isLocale, type LocalizedText } from './locale'
import { notClosed } from './not-closed.server'
import { type HeldPaper, paperSets, stillHolds } from './offer-papers'
import { type CandidateGroup, type OfferRecall, recallProductIds } from './offer-recall.server'
import { readinessOf } from './readiness'
import type { VoiceCount } from './sample-voices'
import { isDisappointed, isPleased, voicesOn } from './sample-voices.server'

const { certificate, organisation, priceTier, product } = schema

const DAY_MS = 86_400_000
/** WIB is UTC+7 all year round. */
const WIB_MS = 7 * 3_600_000

/** What of a need the matching looks at: a need's row has it, and a NeedView with its regency's code. */
export type NeedFacts = Pick<
  typeof schema.need.$inferSelect,
  | 'field'
  | 'productWords'
  | 'monthlyVolume'
  | 'unit'
  | 'targetPriceMinor'
  | 'requiredPapers'
  | 'destinationCountry'
  | 'destinationRegency'
  | 'language'
  | 'neededBy'
>

/** The hall's day as an ISO date. */
export function hallDay(now: Date): string {
  return new Date(now.getTime() + WIB_MS).toISOString().slice(0, 10)
}

/** A need as the matching takes it. A deadline that has passed is no deadline any more. */
export function demandOf(need: NeedFacts, now: Date): Demand {
  const daysLeft =
    need.neededBy === null ? null : (Date.parse(need.neededBy) - Date.parse(hallDay(now))) / DAY_MS
  return {
    field: need.field,
    words: [...new Set(queryWords(need.productWords))],
    monthlyVolume: need.monthlyVolume,
    unit: need.unit,
    targetPriceMinor: need.targetPriceMinor,
    requiredPapers: need.requiredPapers,
    destinationCountry: need.destinationCountry,
    destinationRegency: need.destinationRegency,
    destinationProvince: provinceOf(need.destinationRegency),
    language: need.language,
    daysUntilNeeded: daysLeft !== null && daysLeft >= 0 ? daysLeft : null,
  }
}

/** Which offers: these products, or those that may answer a need. */
export type OfferSelection =
  | { productIds: readonly string[] }
  | { recall: OfferRecall; caps?: Record<CandidateGroup, number> }

/**
 * Published products of booths that aren't closed, as the matching judges them: one query for given ones
 * and two for those that are recalled, however many they are. `now` decides which papers still hold.
 */
export async function readOffers(
  db: Database | Transaction,
  selection: OfferSelection,
  now: Date,
): Promise<Offer[]> {
  const today = hallDay(now)
  const ids =
    'productIds' in selection
      ? selection.productIds
      : await recallProductIds(db, selection.recall, selection.caps)
  return (await queryOffers(db, ids)).map((row) => offerOf(row, today))
}

function queryOffers(db: Database | Transaction, productIds: readonly string[]) {
  return db
    .select({
      id: product.id,
      organisationId: product.organisationId,
      name: product.name,
      description: product.description,
      field: product.field,
      unit: product.unit,
      netContent: product.netContent,
      netContentUnit: product.netContentUnit,
      monthlyCapacity: product.monthlyCapacity,
      promisedCapacity: product.promisedCapacity,
      minimumOrder: product.minimumOrder,
      leadTimeDays: product.leadTimeDays,
      shelfLifeDays: product.shelfLifeDays,
      incoterm: product.incoterm,
      incotermPlace: product.incotermPlace,
      regencyCode: organisation.regencyCode,
      hasExported: organisation.hasExported,
      spokenLanguages: organisation.spokenLanguages,
      tiers: sql<Offer['tiers'] | null>`(
        select json_agg(json_build_object('minimumQuantity', ${priceTier.minimumQuantity},
          'unitPriceMinor', ${priceTier.unitPriceMinor}) order by ${priceTier.minimumQuantity})
        from ${priceTier} where ${priceTier.productId} = ${product.id} and ${priceTier.currency} = 'IDR')`,
      hasPhoto: sql<boolean>`${firstPhoto(ofProduct(sql`${product.id}`))} is not null`,
      papers: sql<HeldPaper[] | null>`(
        select json_agg(json_build_object('kind', ${certificate.kind}, 'state', ${certificate.state},
          'expiresOn', ${certificate.expiresOn}))
        from ${certificate} where ${certificate.organisationId} = ${product.organisationId}
          and (${certificate.productId} is null or ${certificate.productId} = ${product.id}))`,
      // Of what the pesantren may read alone: nothing that a buyer keeps from it moves its place.
      voices: sql<VoiceCount | null>`(
        select case when count(*) > 0 then json_build_object('tried', count(*),
          'pleased', count(*) filter (where ${isPleased}),
          'disappointed', count(*) filter (where ${isDisappointed})) end
        from ${voicesOn(sql`${product.id}`, { all: false })} v)`,
    })
    .from(product)
    .innerJoin(organisation, eq(organisation.id, product.organisationId))
    .where(
      and(
        // One parameter, however many they are.
        sql`${product.id} in (select jsonb_array_elements_text(${JSON.stringify(productIds)}::jsonb)::uuid)`,
        eq(product.state, 'published'),
        notClosed,
      ),
    )
}

function offerOf(row: Awaited<ReturnType<typeof queryOffers>>[number], today: string): Offer {
  const papers = row.papers ?? []
  const { verified, declared } = paperSets(papers, today)
  const tiers = row.tiers ?? []
  let described: Set<string> | undefined
  return {
    id: row.id,
    organisationId: row.organisationId,
    field: row.field,
    nameWords: wordsOf(row.name),
    // Cutting words is what costs most here, and whoever is named rightly needs no description.
    get descriptionWords() {
      described ??= wordsOf(row.description)
      return described
    },
    unit: row.unit,
    netContent:
      row.netContent !== null && row.netContentUnit !== null
        ? { amount: row.netContent, unit: row.netContentUnit }
        : null,
    monthlyCapacity: row.monthlyCapacity,
    promisedCapacity: row.promisedCapacity,
    minimumOrder: row.minimumOrder,
    tiers,
    verifiedPapers: verified,
    declaredPapers: declared,
    regencyCode: row.regencyCode,
    provinceCode: provinceOf(row.regencyCode),
    hasExported: row.hasExported,
    incoterm:
      row.incoterm !== null && row.incotermPlace !== null
        ? { code: row.incoterm, place: row.incotermPlace }
        : null,
    languages: row.spokenLanguages?.filter(isLocale) ?? null,
    leadTimeDays: row.leadTimeDays,
    voices: row.voices,
    readiness: new Set(
      readinessOf({
        field: row.field,
        hasNib: verified.has('nib') || declared.has('nib'),
        hasHalal: verified.has('halal') || declared.has('halal'),
        hasPirtOrBpom: verified.has('pirt-bpom') || declared.has('pirt-bpom'),
        unit: row.unit,
        monthlyCapacity: row.monthlyCapacity,
        tiers: tiers.length,
        shelfLifeDays: row.shelfLifeDays,
        photos: row.hasPhoto ? 1 : 0,
        hasBarcode: papers.some((paper) => paper.kind === 'gs1' && stillHolds(paper, today)),
      }),
    ),
  }
}

function wordsOf(text: LocalizedText | null): Set<string> {
  return offeredWords(Object.values(text ?? {}))
}

/** The Ministry's code of a regency begins with its province's. */
function provinceOf(regencyCode: string | null): string | null {
  return regencyCode?.slice(0, 2) ?? null
}
