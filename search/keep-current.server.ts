import type { CurrentDocuments } from './documents/read-documents.server'
import type { SearchIndex } from './search-index'

const MOST_ROUNDS = 5

/**
 * Makes the index hold what `read` gives. It reads again after writing, until both agree: of two
 * deliveries at the same time the one that writes last may have read first.
 * @throws Error when the row keeps changing; the delivery is then tried again.
 */
export async function keepCurrent(
  search: Pick<SearchIndex, 'upsert' | 'remove'>,
  read: () => Promise<CurrentDocuments>,
): Promise<void> {
  let current = await read()
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (current.documents.length > 0) await search.upsert(current.documents)
    if (current.gone.length > 0) await search.remove(current.gone)
    const again = await read()
    if (JSON.stringify(again) === JSON.stringify(current)) return
    current = again
  }
  throw new Error('the documents kept changing while they were indexed')
}
