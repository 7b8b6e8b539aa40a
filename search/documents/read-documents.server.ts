import type { Database } from '~/db/client.server'
import type { SearchDocument } from '../search-index'
import { boothDocument } from './booth-document'
import { productDocument } from './product-document'
import { readBoothRows, readProductIds, readProductRows } from './read-rows.server'

const BATCH = 250

/** Papers hold to the end of their last day in the hall's zone. */
function today(now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' }).format(now)
}

/** What the index should hold now of some ids: documents that may be found, and ids that may not. */
export interface CurrentDocuments {
  documents: SearchDocument[]
  gone: string[]
}

export async function readProductDocument(
  db: Database,
  productId: string,
  now: Date,
): Promise<CurrentDocuments> {
  const rows = await readProductRows(db, { ids: [productId] })
  const documents = rows.map((row) => productDocument(row, today(now)))
  return { documents, gone: documents.length > 0 ? [] : [productId] }
}

/** A booth with all its products: its name, region, papers and closing show in each of them. */
export async function readBoothDocuments(
  db: Database,
  organisationId: string,
  now: Date,
): Promise<CurrentDocuments> {
  const day = today(now)
  const booths = await readBoothRows(db, { ids: [organisationId] })
  const products = await readProductRows(db, { boothIds: [organisationId] })
  const documents = [
    ...booths.map((row) => boothDocument(row, day)),
    ...products.map((row) => productDocument(row, day)),
  ]
  const found = new Set(documents.map((document) => document.id))
  const ids = [organisationId, ...(await readProductIds(db, organisationId))]
  return { documents, gone: ids.filter((id) => !found.has(id)) }
}

/** Everything that may be found, booths first, in batches that are read only when they are asked for. */
export async function* readAllDocuments(db: Database, now: Date): AsyncGenerator<SearchDocument[]> {
  const day = today(now)
  for (let after: string | null = null; ; ) {
    const rows = await readBoothRows(db, { after, limit: BATCH })
    const last = rows.at(-1)
    if (!last) break
    yield rows.map((row) => boothDocument(row, day))
    after = last.id
  }
  for (let after: string | null = null; ; ) {
    const rows = await readProductRows(db, { after, limit: BATCH })
    const last = rows.at(-1)
    if (!last) break
    yield rows.map((row) => productDocument(row, day))
    after = last.id
  }
}
