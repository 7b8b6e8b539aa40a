import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { searchContract } from '~/test/contract/search-contract'
import { DOCUMENTS, PRODUCTS } from '~/test/contract/search-documents'
import { type MeilisearchStandIn, meilisearchStandIn } from '~/test/stand-ins/meilisearch'
import { openMeilisearch } from './engines/meilisearch.server'
import { HIT_END, HIT_START, markedWords } from './engines/meilisearch-query'
import { MEILISEARCH_SETTINGS } from './engines/meilisearch-settings'
import type { SearchIndex, SearchQuery } from './search-index'

const KEY = 'a-key-of-the-stand-in'
const server = setupServer()
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterAll(() => server.close())

/** The adapter's requests, end to end; that Meilisearch itself means the same is for meilisearch.int.test.ts. */
searchContract('the Meilisearch adapter before its stand-in', async () => {
  const url = 'http://contract.meilisearch.test'
  server.use(...meilisearchStandIn(url, KEY).handlers)
  return {
    search: openMeilisearch({ url, apiKey: KEY, prefix: 'test', taskInterval: 1 }),
    close: async () => {},
  }
})

describe('the Meilisearch adapter', () => {
  const url = 'http://meilisearch.test/behind/a/proxy'
  const main = 'opop-exhibits'
  let standIn: MeilisearchStandIn
  let search: SearchIndex
  const query = (more: Partial<SearchQuery> = {}): SearchQuery => ({
    text: 'kopi "bubuk"!',
    locale: 'id',
    filters: {},
    sort: 'relevance',
    page: 1,
    perPage: 24,
    ...more,
  })
  const lines = () => standIn.requests.map(({ line }) => line.replace('/behind/a/proxy', ''))

  beforeEach(async () => {
    standIn = meilisearchStandIn(url, KEY)
    server.use(...standIn.handlers)
    search = openMeilisearch({
      url,
      apiKey: KEY,
      prefix: 'opop',
      taskInterval: 1,
      taskTimeout: 500,
      timeout: 200,
    })
  })
  afterEach(() => server.resetHandlers())

  async function* batches() {
    yield [...DOCUMENTS]
  }

  it('makes its index with the settings before the first document, and only once', async () => {
    await search.upsert([PRODUCTS.arabica])
    expect(lines().filter((line) => !line.startsWith('GET /tasks'))).toEqual([
      `GET /indexes/${main}`,
      'POST /indexes',
      `PATCH /indexes/${main}/settings`,
      `GET /indexes/${main}-building`,
      `POST /indexes/${main}/documents`,
    ])
    expect(standIn.requests.find(({ line }) => line.startsWith('PATCH'))?.body).toEqual(MEILISEARCH_SETTINGS)
    expect(standIn.requests.every(({ authorization }) => authorization === `Bearer ${KEY}`)).toBe(true)
    standIn.requests.length = 0
    await search.remove([PRODUCTS.arabica.id])
    expect(lines().filter((line) => !line.startsWith('GET /tasks'))).toEqual([
      `GET /indexes/${main}`,
      `GET /indexes/${main}-building`,
      `POST /indexes/${main}/documents/delete-batch`,
    ])
    const removal = standIn.requests.find(({ line }) => line.endsWith('/delete-batch'))
    expect(removal?.body).toEqual([PRODUCTS.arabica.id])
  })

  it('waits until a task has gone from enqueued over processing to succeeded', async () => {
    await search.upsert([PRODUCTS.arabica])
    expect(standIn.toldStatuses.size).toBe(3)
    for (const statuses of standIn.toldStatuses.values()) {
      expect(statuses).toEqual(['enqueued', 'processing', 'succeeded'])
    }
    expect((await search.search(query({ text: 'arabika' }))).total).toBe(1)
  })

  it('asks one multi-search: hits, booths, and each filtered facet without its own filter', async () => {
    await search.rebuild(batches())
    standIn.requests.length = 0
    await search.search(
      query({
        filters: {
          kind: 'product',
          fields: ['minuman', 'jasa'],
          regencies: ['3205', 'a"b\\c'],
          certifications: ['halal', 'nib'],
          priceBuckets: [3, 4],
          priceFrom: 1000,
          hasExported: true,
          readiness: ['ready', 'nearly'],
        },
        sort: 'price-asc',
        page: 2,
      }),
    )
    expect(lines()).toEqual(['POST /multi-search'])
    const { queries } = (standIn.requests[0] ?? { body: {} }).body as { queries: Record<string, unknown>[] }
    const field = 'field IN ["minuman", "jasa"]'
    const regency = 'regencyCode IN ["3205", "a\\"b\\\\c"]'
    const papers = ['certifications = "halal"', 'certifications = "nib"']
    const price = ['priceBucket IN [3, 4]', 'priceMinor >= 100000']
    const kind = 'kind = "product"'
    const base = { indexUid: main, q: 'kopi bubuk', matchingStrategy: 'all' }
    const exported = 'hasExported = true'
    const ready = 'readiness IN ["ready", "nearly"]'
    expect(queries).toEqual([
      {
        ...base,
        filter: [kind, field, regency, ...papers, ...price, exported, ready],
        sort: ['priceMinor:asc', 'id:asc'],
        page: 2,
        hitsPerPage: 24,
        facets: ['field', 'regencyCode', 'certifications', 'priceBucket', 'hasExported', 'readiness'],
        attributesToRetrieve: ['document', 'nameWords'],
        attributesToHighlight: ['nameWords', 'boothWords', 'placeWords', 'descriptionWords'],
        highlightPreTag: HIT_START,
        highlightPostTag: HIT_END,
      },
      {
        ...base,
        filter: [kind, field, regency, ...papers, ...price, exported, ready],
        distinct: 'boothSlug',
        page: 1,
        hitsPerPage: 1,
        attributesToRetrieve: ['id'],
      },
      { ...base, filter: [kind, regency, ...papers, ...price, exported, ready], facets: ['field'], limit: 0 },
      {
        ...base,
        filter: [kind, field, ...papers, ...price, exported, ready],
        facets: ['regencyCode'],
        limit: 0,
      },
      {
        ...base,
        filter: [kind, field, regency, ...papers, exported, ready],
        facets: ['priceBucket'],
        limit: 0,
      },
      {
        ...base,
        filter: [kind, field, regency, ...papers, ...price, ready],
        facets: ['hasExported'],
        limit: 0,
      },
      {
        ...base,
        filter: [kind, field, regency, ...papers, ...price, exported],
        facets: ['readiness'],
        limit: 0,
      },
    ])
  })

  it('rebuilds beside the searched index, swaps, and leaves nothing behind', async () => {
    await search.upsert([PRODUCTS.arabica])
    standIn.requests.length = 0
    await search.rebuild(batches())
    const asked = lines()
    const swap = asked.indexOf('POST /swap-indexes')
    expect(standIn.requests[swap]?.body).toEqual([{ indexes: [main, `${main}-building`], rename: false }])
    expect(asked.lastIndexOf(`POST /indexes/${main}-building/documents`)).toBeLessThan(swap)
    expect(asked.slice(0, swap)).not.toContain(`POST /indexes/${main}/documents`)
    expect(asked.indexOf(`DELETE /indexes/${main}-building`)).toBeGreaterThan(swap)
    expect(standIn.indexUids()).toEqual([main])
  })

  it('clears away what a killed rebuild left, but not what another one is building', async () => {
    await search.rebuild(batches())
    server.use(
      http.get(
        `${url}/indexes/${main}-building`,
        () =>
          HttpResponse.json({
            uid: `${main}-building`,
            primaryKey: 'id',
            createdAt: '',
            updatedAt: new Date(),
          }),
        { once: true },
      ),
    )
    await expect(search.rebuild(batches())).rejects.toMatchObject({ code: 'conflict' })
    server.use(
      http.get(
        `${url}/indexes/${main}-building`,
        () =>
          HttpResponse.json({
            uid: `${main}-building`,
            primaryKey: 'id',
            createdAt: '',
            updatedAt: new Date(Date.now() - 600_000),
          }),
        { once: true },
      ),
    )
    await expect(search.rebuild(batches())).resolves.toEqual({ documents: DOCUMENTS.length })
  })

  it('keeps the searched index when a task of the rebuild fails', async () => {
    await search.rebuild(batches())
    for (const type of ['documentAdditionOrUpdate', 'indexSwap']) {
      standIn.failTask(type, 'internal')
      await expect(search.rebuild(batches())).rejects.toMatchObject({ code: 'unavailable' })
      expect((await search.search(query({ text: '' }))).total).toBe(DOCUMENTS.length)
      expect(standIn.indexUids()).toEqual([main])
    }
  })

  it.each([
    [
      'a failed task',
      () => standIn.failTask('documentAdditionOrUpdate', 'no_space_left_on_device'),
      'no_space_left_on_device',
    ],
    [
      'a refused document',
      () => standIn.failTask('documentAdditionOrUpdate', 'invalid_document_id'),
      'invalid_document_id',
    ],
  ])('says that it is unavailable after %s', async (_, fail, code) => {
    fail()
    await expect(search.upsert([PRODUCTS.arabica])).rejects.toMatchObject({
      appError: true,
      code: 'unavailable',
      message: expect.stringContaining(code),
    })
  })

  it.each([
    [
      '403',
      () =>
        HttpResponse.json(
          { message: 'kopi', code: 'invalid_api_key', type: 'auth', link: '' },
          { status: 403 },
        ),
      'invalid_api_key',
    ],
    ['429', () => new HttpResponse('', { status: 429 }), 'MeilisearchApiError'],
    [
      '500',
      () =>
        HttpResponse.json({ message: 'kopi', code: 'internal', type: 'internal', link: '' }, { status: 500 }),
      'internal',
    ],
    ['a proxy’s page', () => new HttpResponse('<h1>Bad gateway</h1>', { status: 502 }), 'SyntaxError'],
    ['a lost connection', () => HttpResponse.error(), 'MeilisearchRequestError'],
    ['no answer in time', () => new Promise<Response>(() => {}), 'MeilisearchRequestError'],
  ])('says that it is unavailable on %s, without what was searched for', async (_, answer, reason) => {
    server.use(http.post(`${url}/multi-search`, answer))
    const error: unknown = await search.search(query()).catch((caught: unknown) => caught)
    expect(error).toMatchObject({ appError: true, code: 'unavailable', status: 503, retryAfterSeconds: 5 })
    expect(String(error)).toContain(reason)
    expect(String(error)).not.toContain('kopi')
  })

  it('is unavailable, not empty, before its index was built', async () => {
    await expect(search.search(query())).rejects.toThrow('index_not_found')
  })

  it('gives up on a task that takes too long', async () => {
    server.use(
      http.get(`${url}/tasks/:uid`, () =>
        HttpResponse.json({ uid: 0, status: 'processing', type: 'indexCreation' }),
      ),
    )
    await expect(search.upsert([PRODUCTS.arabica])).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('MeilisearchTaskTimeOutError'),
    })
  })
})

describe('marked words', () => {
  it('are the whole words with a hit in them', () => {
    const [a, b] = [HIT_START, HIT_END]
    expect(markedWords([`${a}kop${b}i arabika`, 'teh'])).toEqual(['kopi'])
    expect(markedWords([`${a}gula aren${b} cetak`])).toEqual(['gula', 'aren'])
    expect(markedWords([`satu ${a}dua${b} tiga ${a}empat lima enam${b}`])).toEqual([
      'dua',
      'empat',
      'lima',
      'enam',
    ])
    expect(markedWords(['tanpa'])).toEqual([])
  })
})
