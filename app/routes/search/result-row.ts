import type { BusinessField, TradeUnit } from '~/domain/shared/enums'
import type { ShelfPhoto } from '~/domain/shared/shelf'
import type { SearchHit } from '~/search/search-index'

/** A hit, cut down to what a row of the list shows. */
export interface ResultRow {
  kind: 'product' | 'booth'
  slug: string
  title: { text: string; hit: boolean }[]
  boothName: string
  boothNameArabic: string | null
  regencyCode: string | null
  regencyName: string | null
  field: BusinessField | null
  hasExported: boolean
  isSample: boolean
  /** On the reader's shelf. */
  kept: boolean
  /** The booth that stands in the hall with it; null: it stands in none. */
  hallBooth: string | null
  drawings: string[]
  /** In place of the drawings. */
  photos?: ShelfPhoto[]
  trade: {
    unit: TradeUnit
    /** Minor units of IDR. */
    price: number | null
    priceMax: number | null
    minimum: number | null
    free: number | null
    capacity: number | null
    leadDays: number | null
  } | null
}

/** `kept` has `<kind> <slug>` of all that is on the reader's shelf, `inHall` the slugs of booths in the hall. */
export function toResultRow(
  { document, title }: SearchHit,
  kept: ReadonlySet<string>,
  inHall: ReadonlySet<string>,
): ResultRow {
  return {
    kind: document.kind,
    slug: document.slug,
    title,
    boothName: document.boothName,
    boothNameArabic: document.boothNameArabic,
    regencyCode: document.regencyCode,
    regencyName: document.regencyName,
    field: document.field,
    hasExported: document.hasExported,
    isSample: document.isSample,
    kept: kept.has(`${document.kind} ${document.slug}`),
    hallBooth: inHall.has(document.boothSlug) ? document.boothSlug : null,
    drawings: document.drawings.slice(0, document.kind === 'booth' ? 3 : 1),
    ...(document.photos && { photos: document.photos }),
    trade: document.unit && {
      unit: document.unit,
      price: document.priceMinor,
      priceMax: document.priceMaxMinor,
      minimum: document.minimumOrder,
      free: document.freeCapacity,
      capacity: document.monthlyCapacity,
      leadDays: document.leadTimeDays,
    },
  }
}
