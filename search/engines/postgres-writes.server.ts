import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { inTransaction, type Transaction } from '~/db/transaction.server'
import { priceBucket } from '~/domain/product/search-options'
import { AppError } from '~/domain/shared/app-error'
import type { SearchDocument } from '../search-index'
import { paperBits } from './paper-bits'
import { wordsVector } from './postgres-words'

/** Advisory locks of this index: one writer at a time keeps the vocabulary's counts right. */
const WRITE_LOCK = 7_203_001
const REBUILD_LOCK = 7_203_002

/** Adds or replaces documents in the live index, and in one that is being built. */
export async function upsertDocuments(db: Database, documents: SearchDocument[]): Promise<void> {
  const newest = [...new Map(documents.map((document) => [document.id, document])).values()]
  if (newest.length === 0) return
  await asOnlyWriter(db, async (tx, generations) => {
    await countWords(tx, generations.live, rowsOf(newest), [])
    await insertRows(tx, generations.live, newest, { pinned: false, replace: true })
    await forgetUnusedWords(tx, generations.live)
    if (generations.building === null) return
    await insertRows(tx, generations.building, newest, { pinned: true, replace: true })
  })
}

/** Removes documents; ids that are not there are no matter. */
export async function removeDocuments(db: Database, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const list = JSON.stringify([...new Set(ids)])
  await asOnlyWriter(db, async (tx, generations) => {
    await countWords(tx, generations.live, null, ids)
    await tx.execute(sql`delete from search_document where generation = ${generations.live}
      and id in (select jsonb_array_elements_text(${list}::jsonb))`)
    await forgetUnusedWords(tx, generations.live)
    if (generations.building === null) return
    // The rebuild may have read the row already: what remains says that it is gone.
    await tx.execute(sql`
      insert into search_document (generation, id, kind, booth_key, papers, has_exported, updated_at,
        pinned, removed, words, document)
      select ${generations.building}::int, id, 'product', 0, 0, false, 0, true, true, ''::tsvector, 'null'::jsonb
      from jsonb_array_elements_text(${list}::jsonb) as id
      on conflict (generation, id) do update
        set pinned = true, removed = true, words = excluded.words, document = excluded.document`)
  })
}

/**
 * Fills a new generation and makes it the live one. Changes made meanwhile are written to both;
 * in the new one they are pinned, so that the older reading of a batch does not replace them.
 */
export async function rebuildDocuments(
  db: Database,
  batches: AsyncIterable<SearchDocument[]>,
): Promise<{ documents: number }> {
  const documents = await inTransaction(db, async (guard) => {
    // Held by a connection of its own until the end, and let go even when this process is killed.
    const [lock] = await guard.execute(
      sql`select pg_try_advisory_xact_lock(${REBUILD_LOCK}::bigint) as taken`,
    )
    if (lock?.taken !== true) throw new AppError('conflict', 'the search index is already being rebuilt')
    const generation = await startGeneration(db)
    try {
      for await (const batch of batches) {
        if (batch.length > 0) await insertRows(db, generation, batch, { pinned: false, replace: false })
      }
      return await makeLive(db, generation)
    } finally {
      await clearUnused(db, generation)
    }
  })
  await db.execute(sql`vacuum (analyze) search_document`)
  await db.execute(sql`vacuum (analyze) search_word`)
  return { documents }
}

interface Generations {
  live: number
  building: number | null
}

async function asOnlyWriter<T>(
  db: Database,
  work: (tx: Transaction, generations: Generations) => Promise<T>,
): Promise<T> {
  return inTransaction(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${WRITE_LOCK}::bigint)`)
    const rows = await tx.execute(sql`select id, state from search_generation where state <> 'retired'`)
    const id = (state: string) => rows.find((row) => row.state === state)?.id
    const live = id('live')
    const building = id('building')
    if (typeof live !== 'number') throw new Error('there is no live search generation')
    return work(tx, { live, building: typeof building === 'number' ? building : null })
  })
}

/** A building generation that a killed rebuild left behind is given up. */
async function startGeneration(db: Database): Promise<number> {
  return asOnlyWriter(db, async (tx, { building }) => {
    if (building !== null) {
      await tx.execute(sql`update search_generation set state = 'retired' where id = ${building}`)
    }
    const [row] = await tx.execute(
      sql`insert into search_generation (state) values ('building') returning id`,
    )
    if (typeof row?.id !== 'number') throw new Error('no search generation was made')
    return row.id
  })
}

async function makeLive(db: Database, generation: number): Promise<number> {
  return asOnlyWriter(db, async (tx, { live }) => {
    await tx.execute(sql`delete from search_document where generation = ${generation} and removed`)
    await tx.execute(sql`
      insert into search_word (generation, word, documents)
      select ${generation}::int, word, count(*)
      from search_document, unnest(tsvector_to_array(words)) as word
      where generation = ${generation} group by word`)
    await tx.execute(sql`update search_generation set state = 'retired' where id = ${live}`)
    await tx.execute(sql`update search_generation set state = 'live' where id = ${generation}`)
    const [row] = await tx.execute(
      sql`select count(*)::int as count from search_document where generation = ${generation}`,
    )
    return Number(row?.count)
  })
}

/** Deletes what no search reads any more; also the generation of a rebuild that failed. */
async function clearUnused(db: Database, generation: number): Promise<void> {
  await asOnlyWriter(db, async (tx) => {
    await tx.execute(
      sql`update search_generation set state = 'retired' where id = ${generation} and state = 'building'`,
    )
    const used = sql`(select id from search_generation where state <> 'retired')`
    await tx.execute(sql`delete from search_document where generation not in ${used}`)
    await tx.execute(sql`delete from search_word where generation not in ${used}`)
    await tx.execute(sql`delete from search_generation where state = 'retired'`)
  })
}

/** The parameter from which rows are read: numbers and texts that the columns are made of. */
function rowsOf(documents: SearchDocument[]): string {
  return JSON.stringify(
    documents.map((document) => ({
      id: document.id,
      kind: document.kind,
      booth_slug: document.boothSlug,
      field: document.field,
      regency_code: document.regencyCode,
      papers: paperBits(document.certifications),
      price_minor: document.priceMinor,
      price_bucket: priceBucket(document.priceMinor),
      free_capacity: document.freeCapacity,
      has_exported: document.hasExported,
      readiness: document.readiness,
      updated_at: document.updatedAt,
      words: wordsVector(document),
      document,
    })),
  )
}

const recordset = (rows: string): SQL => sql`jsonb_to_recordset(${rows}::jsonb) as r(id text, kind text,
  booth_slug text, field text, regency_code text, papers smallint, price_minor bigint,
  price_bucket smallint, free_capacity int, has_exported boolean, readiness text, updated_at bigint, words text,
  document jsonb)`

async function insertRows(
  db: Pick<Database, 'execute'>,
  generation: number,
  documents: SearchDocument[],
  { pinned, replace }: { pinned: boolean; replace: boolean },
): Promise<void> {
  await db.execute(sql`
    insert into search_document (generation, id, kind, booth_key, field, regency_code, papers,
      price_minor, price_bucket, free_capacity, has_exported, readiness, updated_at, pinned, words, document)
    select ${generation}::int, id, kind, hashtextextended(booth_slug, 0), field, regency_code, papers, price_minor,
      price_bucket, free_capacity, has_exported, readiness, updated_at, ${pinned}::boolean, words::tsvector, document
    from ${recordset(rowsOf(documents))}
    on conflict (generation, id) do ${
      replace
        ? sql`update set kind = excluded.kind, booth_key = excluded.booth_key, field = excluded.field,
            regency_code = excluded.regency_code, papers = excluded.papers,
            price_minor = excluded.price_minor, price_bucket = excluded.price_bucket,
            free_capacity = excluded.free_capacity, has_exported = excluded.has_exported,
            readiness = excluded.readiness,
            updated_at = excluded.updated_at, pinned = excluded.pinned, removed = false,
            words = excluded.words, document = excluded.document`
        : sql`nothing`
    }`)
}

/** Corrects the vocabulary for documents that are about to be written, or ids about to go. */
async function countWords(tx: Transaction, generation: number, rows: string | null, gone: string[]) {
  const ids = rows
    ? sql`select id from ${recordset(rows)}`
    : sql`select jsonb_array_elements_text(${JSON.stringify([...new Set(gone)])}::jsonb)`
  const added = rows
    ? sql`union all select unnest(tsvector_to_array(r.words::tsvector)), 1 from ${recordset(rows)}`
    : sql``
  await tx.execute(sql`
    insert into search_word as known (generation, word, documents)
    select ${generation}::int, word, sum(change) from (
      select unnest(tsvector_to_array(d.words)) as word, -1 as change
      from search_document d where d.generation = ${generation} and d.id in (${ids})
      ${added}
    ) w
    group by word having sum(change) <> 0
    on conflict (generation, word) do update set documents = known.documents + excluded.documents`)
}

async function forgetUnusedWords(tx: Transaction, generation: number): Promise<void> {
  await tx.execute(sql`delete from search_word where generation = ${generation} and documents <= 0`)
}
