import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { searchContract } from '~/test/contract/search-contract'
import { DOCUMENTS, manyDocuments } from '~/test/contract/search-documents'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { openPostgresSearch } from './engines/postgres.server'

searchContract('PostgreSQL', async () => {
  const database = await createTestDatabase()
  return { search: openPostgresSearch(database.connection.db), close: () => database.drop() }
})

describe('the index in PostgreSQL', () => {
  let database: TestDatabase
  const statements: string[] = []

  beforeAll(async () => {
    database = await createTestDatabase({ onQuery: (query) => statements.push(query) })
  })
  afterAll(() => database.drop())

  it('answers with one statement, however much is asked and found', async () => {
    const search = openPostgresSearch(database.connection.db)
    await search.upsert([...DOCUMENTS])
    const count = async () => {
      statements.length = 0
      await search.search({
        text: 'kopi arabika sabnu',
        locale: 'en',
        filters: { fields: ['minuman'], regencies: ['3205'], certifications: ['halal'], priceFrom: 1 },
        sort: 'relevance',
        page: 1,
        perPage: 24,
      })
      await search.search({ text: '', locale: 'en', filters: {}, sort: 'newest', page: 1, perPage: 24 })
      return statements.length
    }
    expect(await count()).toBe(2)
    await search.upsert(manyDocuments(300))
    expect(await count()).toBe(2)
  })

  it('keeps the vocabulary that the documents have, through every kind of change', async () => {
    const { db } = database.connection
    const search = openPostgresSearch(db)
    const vocabulary = () =>
      db.execute(sql`select word, documents from search_word order by word`).then((rows) => [...rows])
    const expected = () =>
      db
        .execute(sql`select word collate "C" as word, count(*)::int as documents
          from search_document, unnest(tsvector_to_array(words)) as word group by 1 order by 1`)
        .then((rows) => [...rows])

    await search.upsert(manyDocuments(40).map((document) => ({ ...document, name: { id: 'Kain lap' } })))
    await search.remove(
      manyDocuments(300)
        .slice(30)
        .map((document) => document.id),
    )
    expect(await vocabulary()).toEqual(await expected())
    await search.rebuild(
      (async function* () {
        yield [...DOCUMENTS]
        await search.remove([DOCUMENTS[0]?.id ?? ''])
      })(),
    )
    expect(await vocabulary()).toEqual(await expected())
    await search.upsert([...DOCUMENTS])
    expect(await vocabulary()).toEqual(await expected())
    const generations = await db.execute(sql`select state from search_generation`)
    expect([...generations]).toEqual([{ state: 'live' }])
  })

  it('gives up what a killed rebuild left behind', async () => {
    const { db } = database.connection
    const search = openPostgresSearch(db)
    await db.execute(sql`insert into search_generation (state) values ('building')`)
    await search.upsert([...DOCUMENTS])
    const result = await search.rebuild(
      (async function* () {
        yield [...DOCUMENTS]
      })(),
    )
    expect(result.documents).toBe(DOCUMENTS.length)
    const rows = await db.execute(
      sql`select count(*)::int as documents, count(distinct generation)::int as generations from search_document`,
    )
    expect(rows[0]).toEqual({ documents: DOCUMENTS.length, generations: 1 })
  })
})
