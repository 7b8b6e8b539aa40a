import { paperFacts, readinessLevel } from '~/domain/shared/readiness'
import type { SearchDocument } from '../search-index'
import { certifications } from './certifications'
import { regencyLabel } from './regency-label'
import type { ProductRow } from './rows'

/** What is stored of a product. `today` (ISO date) decides which papers still hold. */
export function productDocument(row: ProductRow, today: string): SearchDocument {
  const { booth } = row
  return {
    id: row.id,
    kind: 'product',
    slug: row.slug,
    name: row.name,
    description: row.description ?? {},
    boothName: booth.name,
    boothNameArabic: booth.nameArabic,
    boothSlug: booth.slug,
    regencyCode: booth.regencyCode,
    regencyName: regencyLabel(booth.regencyKind, booth.regencyName),
    districtName: booth.districtName,
    field: row.field,
    productKind: row.kind,
    unit: row.unit,
    priceMinor: row.lowestPriceMinor,
    priceMaxMinor: row.highestPriceMinor,
    minimumOrder: row.minimumOrder,
    leadTimeDays: row.leadTimeDays,
    monthlyCapacity: row.monthlyCapacity,
    freeCapacity: row.monthlyCapacity === null ? null : row.monthlyCapacity - row.promisedCapacity,
    certifications: certifications(row.papers, today),
    hasExported: booth.hasExported === true,
    readiness: readinessLevel({
      ...row,
      ...paperFacts(row.papers, today),
      photos: row.photo ? 1 : 0,
    }),
    isSample: row.isSample || booth.isSample,
    drawings: [row.drawing],
    ...(row.photo && { photos: [row.photo] }),
    updatedAt: row.updatedAt.getTime(),
  }
}
