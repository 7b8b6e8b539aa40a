import { AppError } from '~/domain/shared/app-error'
import type { SearchDocument } from '../search-index'
import type { MeilisearchServer } from './meilisearch-client.server'
import { MEILISEARCH_SETTINGS, type StoredDocument, storedDocument } from './meilisearch-settings'

/** Names of our indexes: the one that is searched, one being built, and what changed meanwhile. */
export interface IndexNames {
  main: string
  building: string
  changes: string
}

/** A change made while an index is being built, by the document's id: the last one counts. */
export interface Change {
  id: string
  /** null: removed. */
  stored: StoredDocument | null
}

/** A building index that nobody has written to for so long was left behind by a killed process. */
const ABANDONED_AFTER = 120_000
const PAGE = 1000
const MOST_REPLAYS = 20

/**
 * Fills a new index, swaps it with the searched one, and plays the changes again that were made
 * meanwhile: they went to the old index, and a batch may have been read before them.
 */
export async function rebuildIndex(
  server: MeilisearchServer,
  names: IndexNames,
  batches: AsyncIterable<SearchDocument[]>,
): Promise<{ documents: number }> {
  await start(server, names)
  try {
    for await (const batch of batches) {
      if (batch.length === 0) continue
      await server.done((client) =>
        client.index<StoredDocument>(names.building).addDocuments(batch.map(storedDocument)),
      )
    }
    await server.done((client) =>
      client.swapIndexes([{ indexes: [names.main, names.building], rename: false }]),
    )
    await replay(server, names)
    // From here on nobody records changes; whoever had looked before may have recorded one more.
    await server.done((client) => client.deleteIndex(names.building), ['index_not_found'])
    await replay(server, names)
  } finally {
    await server.done((client) => client.deleteIndex(names.building), ['index_not_found'])
    await server.done((client) => client.deleteIndex(names.changes), ['index_not_found'])
  }
  const stats = await server.ask((client) => client.index(names.main).getStats())
  return { documents: stats.numberOfDocuments }
}

async function start(server: MeilisearchServer, names: IndexNames): Promise<void> {
  const building = await server.askUnlessMissing((client) => client.getRawIndex(names.building))
  if (building) {
    if (Date.now() - Date.parse(building.updatedAt) < ABANDONED_AFTER) throw alreadyRunning()
    await server.done((client) => client.deleteIndex(names.building), ['index_not_found'])
  }
  await server.done((client) => client.deleteIndex(names.changes), ['index_not_found'])
  await createIndex(server, names.main)
  // Before the building index, whose being there tells others to record changes.
  await server.done((client) => client.createIndex(names.changes, { primaryKey: 'id' }))
  if (!(await createIndex(server, names.building))) throw alreadyRunning()
}

const alreadyRunning = () => new AppError('conflict', 'the search index is already being rebuilt')

/** @returns false when the index was there already. */
export async function createIndex(server: MeilisearchServer, uid: string): Promise<boolean> {
  if (await server.askUnlessMissing((client) => client.getRawIndex(uid))) return false
  const refused = await server.done(
    (client) => client.createIndex(uid, { primaryKey: 'id' }),
    ['index_already_exists'],
  )
  if (refused) return false
  await server.done((client) => client.index(uid).updateSettings(MEILISEARCH_SETTINGS))
  return true
}

/** Plays the recorded changes until none has come in between. */
async function replay(server: MeilisearchServer, names: IndexNames): Promise<void> {
  let played = '[]'
  for (let round = 0; round < MOST_REPLAYS; round += 1) {
    const changes = await recorded(server, names.changes)
    const now = JSON.stringify(changes)
    if (now === played) return
    await applyChanges(server, names.main, changes)
    played = now
  }
  throw new AppError('unavailable', 'the documents kept changing while the index was rebuilt')
}

async function recorded(server: MeilisearchServer, uid: string): Promise<Change[]> {
  const changes: Change[] = []
  for (;;) {
    const page = await server.ask((client) =>
      client.index<Change>(uid).getDocuments({ limit: PAGE, offset: changes.length }),
    )
    changes.push(...page.results)
    if (page.results.length < PAGE) return changes.sort((a, b) => (a.id < b.id ? -1 : 1))
  }
}

/** Writes changes to an index and waits until they can be found there. */
export async function applyChanges(
  server: MeilisearchServer,
  uid: string,
  changes: readonly Change[],
): Promise<void> {
  const stored = changes.flatMap((change) => (change.stored ? [change.stored] : []))
  const gone = changes.filter((change) => !change.stored).map((change) => change.id)
  if (stored.length > 0) {
    await server.done((client) => client.index<StoredDocument>(uid).addDocuments(stored))
  }
  if (gone.length > 0) await server.done((client) => client.index(uid).deleteDocuments(gone))
}
