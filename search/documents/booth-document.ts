import type { LocalizedText } from '~/domain/shared/locale'
import type { SearchDocument } from '../search-index'
import { certifications } from './certifications'
import { regencyLabel } from './regency-label'
import type { BoothRow } from './rows'

const MOST_DRAWINGS = 3

/** What is stored of a booth. `today` (ISO date) decides which papers still hold. */
export function boothDocument(row: BoothRow, today: string): SearchDocument {
  return {
    id: row.id,
    kind: 'booth',
    slug: row.slug,
    name: { id: row.name, en: row.name, ...(row.nameArabic ? { ar: row.nameArabic } : {}) },
    description: description(row),
    boothName: row.name,
    boothNameArabic: row.nameArabic,
    boothSlug: row.slug,
    regencyCode: row.regencyCode,
    regencyName: regencyLabel(row.regencyKind, row.regencyName),
    districtName: row.districtName,
    field: row.field,
    productKind: null,
    unit: null,
    priceMinor: null,
    priceMaxMinor: null,
    minimumOrder: null,
    leadTimeDays: null,
    monthlyCapacity: null,
    freeCapacity: null,
    certifications: certifications(row.papers, today),
    hasExported: row.hasExported === true,
    readiness: null,
    isSample: row.isSample,
    drawings: row.drawings.slice(0, MOST_DRAWINGS),
    ...(row.photos.length > 0 && { photos: row.photos.slice(0, MOST_DRAWINGS) }),
    updatedAt: row.updatedAt.getTime(),
  }
}

/** What was reported of its goods is how most real booths are found: nobody has written their story yet. */
function description(row: BoothRow): LocalizedText {
  if (!row.reportedProducts) return row.story ?? {}
  const told = row.story?.id
  return { ...row.story, id: told ? `${told}\n${row.reportedProducts}` : row.reportedProducts }
}
