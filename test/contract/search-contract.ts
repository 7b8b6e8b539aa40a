import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  FacetCount,
  SearchDocument,
  SearchIndex,
  SearchQuery,
  SearchResults,
} from '~/search/search-index'
import { BOOTHS, DOCUMENTS, manyDocuments, PRODUCTS } from './search-documents'

const PER_PAGE = 50

async function* inBatches(documents: readonly SearchDocument[], size = 7) {
  for (let at = 0; at < documents.length; at += size) yield documents.slice(at, at + size)
}

const counts = (facet: FacetCount[]) => Object.fromEntries(facet.map(({ value, count }) => [value, count]))
const slugs = (results: SearchResults) => results.hits.map((hit) => hit.document.slug)
const hits = (title: SearchResults['hits'][number]['title'] | undefined) =>
  title?.filter((part) => part.hit).map((part) => part.text)

/**
 * What both engines promise. `open` gives an index of the suite's own, empty or with anything in it.
 * Only the order of hits that match equally well may differ between engines.
 */
export function searchContract(
  engine: string,
  open: () => Promise<{ search: SearchIndex; close: () => Promise<void> }>,
) {
  describe(`${engine} keeps the search contract`, { timeout: 60_000 }, () => {
    let index: SearchIndex
    let close: () => Promise<void>

    const find = (text: string, more: Partial<SearchQuery> = {}) =>
      index.search({
        text,
        locale: 'id',
        filters: {},
        sort: 'relevance',
        page: 1,
        perPage: PER_PAGE,
        ...more,
      })

    beforeAll(async () => {
      const opened = await open()
      index = opened.search
      close = opened.close
      await index.rebuild(inBatches(DOCUMENTS))
    })
    afterAll(() => close())

    describe('words', () => {
      it('finds by a word of the name, exact before typo, name before description', async () => {
        expect(
          slugs(await find('kopi'))
            .slice(0, 2)
            .sort(),
        ).toEqual(['kopi-arabika', 'kopi-robusta'])
        expect(slugs(await find('kopi')).at(-1)).toBe('cangkir-keramik')
        const sarung = slugs(await find('sarung'))
        expect(sarung[0]).toBe('sarung-tenun')
        expect(sarung).toContain('sarang-lebah')
      })

      it.each([
        ['a wrong letter', 'arabica', 'kopi-arabika'],
        ['a missing letter', 'robuta', 'kopi-robusta'],
        ['an extra letter', 'cangkirr', 'cangkir-keramik'],
        ['swapped neighbours', 'sabnu', 'sabun-sereh'],
        ['swapped neighbours in the middle', 'tenun sraung', 'sarung-tenun'],
        ['two typos in a long word', 'tasikmalaia bordri', 'mukena-bordir'],
        ['two typos, one of them swapped', 'tasikmlaaia', 'mukena-bordir'],
        ['a wrong Arabic letter', 'محمطة', 'kopi-arabika'],
      ])('forgives %s: %s', async (_, text, slug) => {
        expect(slugs(await find(text))).toContain(slug)
      })

      it('forgives nothing in short words and numbers', async () => {
        expect(slugs(await find('gla'))).toEqual([])
        expect(slugs(await find('Ittihad 2444'))).toEqual([])
      })

      it('finds while the last word is being typed, and forgives in it', async () => {
        expect(slugs(await find('kop'))).toContain('kopi-arabika')
        expect(slugs(await find('kopi rob'))).toEqual(['kopi-robusta'])
        expect(slugs(await find('muken'))).toEqual(['mukena-bordir'])
        expect(slugs(await find('tasikmaal'))).toEqual(['mukena-bordir'])
        expect(slugs(await find('قهو'))).toContain('kopi-arabika')
        expect(slugs(await find('arab kopi'))).toEqual([])
      })

      it.each([
        ['id → en', 'madu', 'wild-honey'],
        ['en → id', 'soap', 'sabun-sereh'],
        ['ar → id', 'صابون', 'sabun-sereh'],
        ['ar with article → id', 'الصابون', 'sabun-sereh'],
        ['id → ar', 'roti', 'khubz'],
        ['en → ar', 'bread', 'khubz'],
        ['ar → en', 'عسل', 'wild-honey'],
        ['two words → two words', 'palm sugar', 'gula-aren'],
      ])('knows synonyms %s: %s', async (_, text, slug) => {
        expect(slugs(await find(text))).toContain(slug)
      })

      it('takes a phrase with synonyms as a whole', async () => {
        expect(slugs(await find('palm sugar'))).toEqual(['gula-aren'])
        expect(slugs(await find('sugar')).sort()).toEqual(['gula-aren', 'gula-pasir'])
      })

      it('asks for all words, and leaves out words that say nothing', async () => {
        expect(slugs(await find('kopi untuk dari arabika'))).toEqual(['kopi-arabika'])
        expect(slugs(await find('kopi tenun'))).toEqual([])
        expect(slugs(await find('قَهْوَةٌ مَطْحُونَة'))).toEqual(['kopi-robusta'])
      })

      it('finds booths by name, place and story, and products by booth and place', async () => {
        expect(slugs(await find('ittihad', { filters: { kind: 'booth' } }))).toEqual(['al-ittihad-24'])
        expect(slugs(await find('نور الهدى', { filters: { kind: 'booth' } }))).toEqual(['nurul-huda-7'])
        expect(slugs(await find('bengkel sepeda'))).toEqual(['darul-falah'])
        expect(slugs(await find('kopi garut')).sort()).toEqual(['kopi-arabika', 'kopi-robusta'])
        expect((await find('ittihad', { filters: { kind: 'product' } })).total).toBe(3)
      })

      it('finds everything without a word, nothing for a word that nobody uses', async () => {
        expect((await find('')).total).toBe(DOCUMENTS.length)
        expect((await find(' %% ')).total).toBe(DOCUMENTS.length)
        const none = await find('zzxqv')
        expect(none).toMatchObject({ hits: [], total: 0, pages: 0, booths: 0 })
        expect(Object.values(none.facets).flat()).toEqual([])
      })

      it.each([
        ["'; drop table search_document; --"],
        ['kopi & | ! ( ) : * <-> \\'],
        ['"kopi" AND NOT (teh OR \'susu\')'],
        ['100% _kopi_ \u0000 \ud800 \u202e'],
        ['kopi:*A'],
        ['a'.repeat(100_000)],
        ['kopi '.repeat(5000)],
        [Array.from({ length: 400 }, (_, n) => `katapanjangsekali${n}`).join(' ')],
        ['{"$gt":""} [1] $\u007bx} {{y}} <script>'],
        ['عَ'.repeat(2000)],
      ])('is not put out by hostile text %#', async (text) => {
        const results = await find(text)
        expect(results.total).toBeGreaterThanOrEqual(0)
      })
    })

    describe('title', () => {
      it('marks whole words of the name in the reader’s language', async () => {
        const [hit] = (await find('kopi arabika')).hits
        expect(hit?.title).toEqual([
          { text: 'Kopi', hit: true },
          { text: ' ', hit: false },
          { text: 'arabika', hit: true },
          { text: ' sangrai', hit: false },
        ])
        expect(hits((await find('arab', { locale: 'en' })).hits[0]?.title)).toEqual(['arabica'])
      })

      it('marks what a typo or a synonym found', async () => {
        expect(hits((await find('arabkia')).hits[0]?.title)).toEqual(['arabika'])
        expect(hits((await find('coffee arabica', { locale: 'ar' })).hits[0]?.title)).toContain('قهوة')
        expect(hits((await find('soap')).hits[0]?.title)).toEqual(['Sabun'])
      })

      it('is the unmarked name without a query, in the nearest language if need be', async () => {
        const { hits: all } = await find('', { locale: 'ar' })
        const title = (slug: string) => all.find((hit) => hit.document.slug === slug)?.title
        expect(title('kopi-robusta')).toEqual([{ text: 'قهوة روبوستا مطحونة', hit: false }])
        expect(title('sabun-sereh')).toEqual([{ text: 'Sabun sereh', hit: false }])
      })
    })

    describe('filters and facets', () => {
      it('gives back documents exactly as stored', async () => {
        const [hit] = (await find('arabika')).hits
        expect(hit?.document).toEqual(PRODUCTS.arabica)
        const [found] = (await find('ittihad', { filters: { kind: 'booth' } })).hits
        expect(found?.document).toEqual(BOOTHS.ittihad)
      })

      it('filters by each facet', async () => {
        const total = async (filters: SearchQuery['filters']) => (await find('', { filters })).total
        expect(await total({ kind: 'booth' })).toBe(3)
        expect(await total({ kind: 'product' })).toBe(11)
        expect(await total({ fields: ['minuman'] })).toBe(3)
        expect(await total({ fields: ['minuman', 'perdagangan'] })).toBe(4)
        expect(await total({ regencies: ['3205'] })).toBe(4)
        expect(await total({ regencies: ['3205', '3204'] })).toBe(DOCUMENTS.length)
        expect(await total({ certifications: ['halal'] })).toBe(3)
        expect(await total({ certifications: ['halal', 'pirt-bpom'] })).toBe(1)
        expect(await total({ priceBuckets: [0] })).toBe(1)
        expect(await total({ priceBuckets: [1, 5] })).toBe(4)
        expect(await total({ priceFrom: 86_000 })).toBe(5)
        expect(await total({ priceFrom: 86_000, priceTo: 128_000 })).toBe(2)
        expect(await total({ hasExported: true })).toBe(4)
        expect(await total({ hasExported: false })).toBe(10)
        expect(await total({ readiness: ['ready'] })).toBe(1)
        expect(await total({ readiness: ['ready', 'nearly'] })).toBe(3)
        expect(await total({ readiness: ['nearly'], fields: ['kerajinan'] })).toBe(1)
        expect(
          await total({ fields: ['minuman'], certifications: ['halal-verified'], priceTo: 200_000 }),
        ).toBe(1)
        expect(await total({ regencies: ["' OR 1=1 --"] })).toBe(0)
      })

      it('counts what each choice would find', async () => {
        const { facets, total, booths } = await find('', { filters: { kind: 'product' } })
        expect(total).toBe(11)
        expect(booths).toBe(3)
        expect(counts(facets.regency)).toEqual({ '3204': 8, '3205': 3 })
        expect(facets.regency.map(({ value }) => value)).toEqual(['3204', '3205'])
        expect(counts(facets.field)).toEqual({
          kerajinan: 2,
          'konfeksi-fashion': 2,
          'makanan-olahan-hewani': 2,
          'makanan-olahan-nabati': 2,
          minuman: 2,
          perdagangan: 1,
        })
        expect(counts(facets.certification)).toEqual({
          halal: 3,
          'pirt-bpom': 2,
          'halal-verified': 1,
          sni: 1,
        })
        // Edges belong to the bucket below them.
        expect(facets.price).toEqual([
          { value: '0', count: 1 },
          { value: '1', count: 3 },
          { value: '2', count: 1 },
          { value: '3', count: 1 },
          { value: '4', count: 3 },
          { value: '5', count: 1 },
        ])
        expect(counts(facets.exporting)).toEqual({ true: 3, false: 8 })
        expect(counts(facets.readiness)).toEqual({ nearly: 2, ready: 1 })
      })

      it('counts a facet under the query and the other facets’ filters', async () => {
        const one = await find('kopi', { filters: { fields: ['minuman'] } })
        expect(one.total).toBe(2)
        expect(counts(one.facets.field)).toEqual({ minuman: 2, kerajinan: 1 })
        expect(counts(one.facets.regency)).toEqual({ '3205': 2 })

        const two = await find('', {
          filters: { kind: 'product', fields: ['kerajinan'], regencies: ['3205'], certifications: [] },
        })
        expect(two.total).toBe(0)
        expect(counts(two.facets.field)).toEqual({ minuman: 2, 'makanan-olahan-hewani': 1 })
        expect(counts(two.facets.regency)).toEqual({ '3204': 2 })
        expect(two.facets.price).toEqual([])

        const ready = await find('', { filters: { readiness: ['ready'] } })
        expect(counts(ready.facets.readiness)).toEqual({ nearly: 2, ready: 1 })
        expect(counts(ready.facets.field)).toEqual({ minuman: 1 })

        const papers = await find('', { filters: { certifications: ['halal'], priceBuckets: [4] } })
        expect(papers.total).toBe(2)
        expect(counts(papers.facets.certification)).toEqual({ halal: 2, 'halal-verified': 1, 'pirt-bpom': 1 })
        expect(papers.facets.price.map(({ value }) => value)).toEqual(['3', '4'])
      })

      it('counts booths among all hits, not only among the page', async () => {
        const results = await find('', { filters: { kind: 'product' }, perPage: 1 })
        expect(results).toMatchObject({ total: 11, booths: 3, pages: 11 })
        expect((await find('kopi', { filters: { kind: 'product' } })).booths).toBe(2)
      })
    })

    describe('order and pages', () => {
      const priced = Object.values(PRODUCTS).filter((document) => document.priceMinor !== null)

      it('sorts by price, with what has none last', async () => {
        const prices = async (sort: SearchQuery['sort']) =>
          (await find('', { sort })).hits.map((hit) => hit.document.priceMinor)
        const known = priced.map((document) => document.priceMinor ?? 0).sort((a, b) => a - b)
        const none = Array.from({ length: DOCUMENTS.length - known.length }, () => null)
        expect(await prices('price-asc')).toEqual([...known, ...none])
        expect(await prices('price-desc')).toEqual([...known.toReversed(), ...none])
      })

      it('sorts by free capacity and by newest', async () => {
        expect(slugs(await find('', { sort: 'capacity-desc' })).slice(0, 3)).toEqual([
          'kopi-robusta',
          'kopi-arabika',
          'cangkir-keramik',
        ])
        const times = (await find('', { sort: 'newest' })).hits.map((hit) => hit.document.updatedAt)
        expect(times).toEqual(DOCUMENTS.map((document) => document.updatedAt).sort((a, b) => b - a))
      })

      it('sorts what a query found, too', async () => {
        expect(slugs(await find('kopi', { sort: 'price-asc' }))).toEqual([
          'cangkir-keramik',
          'kopi-robusta',
          'kopi-arabika',
        ])
      })

      it('pages without a gap or a repetition, in the same order each time', async () => {
        await index.upsert(manyDocuments(60))
        try {
          for (const sort of ['relevance', 'newest', 'price-asc'] as const) {
            const pages: string[][] = []
            for (const page of [1, 2, 3, 4]) {
              const results = await find('handuk', { sort, page, perPage: 16 })
              expect(results).toMatchObject({ total: 60, pages: 4, page })
              pages.push(slugs(results))
            }
            expect(pages.map((page) => page.length)).toEqual([16, 16, 16, 12])
            expect(new Set(pages.flat()).size).toBe(60)
            expect(slugs(await find('handuk', { sort, page: 2, perPage: 16 }))).toEqual(pages[1])
          }
          expect(await find('handuk', { page: 9, perPage: 16 })).toMatchObject({
            hits: [],
            total: 60,
            pages: 4,
          })
        } finally {
          await index.remove(manyDocuments(60).map((document) => document.id))
        }
        expect((await find('handuk')).total).toBe(0)
      })
    })

    describe('changes', () => {
      it('finds a changed document when upsert resolves, and by its old words no more', async () => {
        const renamed = { ...PRODUCTS.soap, name: { id: 'Balsam pala' }, priceMinor: 55_500 * 100 }
        await index.upsert([renamed])
        expect(slugs(await find('balsam'))).toEqual(['sabun-sereh'])
        expect(slugs(await find('sabun'))).not.toContain('sabun-sereh')
        expect((await find('', { filters: { priceFrom: 55_500, priceTo: 55_500 } })).total).toBe(1)
        await index.upsert([PRODUCTS.soap])
        expect(slugs(await find('sabun'))).toContain('sabun-sereh')
        // Its word has left the vocabulary with it: no typo leads there any more.
        expect(slugs(await find('balsem'))).not.toContain('sabun-sereh')
        expect((await find('')).total).toBe(DOCUMENTS.length)
      })

      it('removes, and takes repetition and unknown ids calmly', async () => {
        await index.remove([PRODUCTS.bread.id])
        await index.remove([PRODUCTS.bread.id, '0190a000-0000-7000-8000-999999999999'])
        await index.remove([])
        expect((await find('خبز')).total).toBe(0)
        await index.upsert([PRODUCTS.bread, PRODUCTS.bread])
        await index.upsert([PRODUCTS.bread])
        await index.upsert([])
        expect((await find('خبز')).total).toBe(1)
        expect((await find('')).total).toBe(DOCUMENTS.length)
      })

      it('takes many changes at the same time', async () => {
        const many = manyDocuments(24)
        await Promise.all(many.map((document) => index.upsert([document, PRODUCTS.soap])))
        expect((await find('handuk')).total).toBe(24)
        await Promise.all(many.map((document) => index.remove([document.id])))
        expect((await find('handuk')).total).toBe(0)
        expect((await find('handku')).total).toBe(0)
      })
    })

    describe('rebuild', () => {
      it('replaces everything', async () => {
        const result = await index.rebuild(inBatches([...DOCUMENTS, ...manyDocuments(5)]))
        expect(result).toEqual({ documents: DOCUMENTS.length + 5 })
        expect((await find('handuk')).total).toBe(5)
        expect(await index.rebuild(inBatches(DOCUMENTS))).toEqual({ documents: DOCUMENTS.length })
        expect((await find('handuk')).total).toBe(0)
      })

      it('is never empty meanwhile, and loses no change that is made meanwhile', async () => {
        const changed = { ...PRODUCTS.robusta, name: { id: 'Kopi liberika' } }
        const added = manyDocuments(1)
        let done = false
        const seen: number[] = []
        const looking = (async () => {
          while (!done) {
            seen.push((await find('', { filters: { kind: 'booth' } })).total)
            await new Promise((soon) => setTimeout(soon, 1))
          }
          seen.push((await find('', { filters: { kind: 'booth' } })).total)
        })()
        async function* slowly() {
          for await (const batch of inBatches(DOCUMENTS, 2)) {
            yield batch
            if (batch.includes(BOOTHS.ittihad)) {
              // One that the rebuild reads later, one that it has read, and a new one.
              await index.upsert([changed])
              await index.remove([BOOTHS.huda.id, PRODUCTS.soap.id])
              await index.upsert(added)
              expect(slugs(await find('liberika'))).toEqual(['kopi-robusta'])
            }
          }
        }
        try {
          await index.rebuild(slowly())
        } finally {
          done = true
          await looking
        }
        expect(seen.length).toBeGreaterThan(3)
        expect([...new Set(seen)].sort()).toEqual([2, 3])
        expect(slugs(await find('liberika'))).toEqual(['kopi-robusta'])
        expect(slugs(await find('sabun'))).not.toContain('sabun-sereh')
        expect((await find('handuk')).total).toBe(1)
        expect((await find('')).total).toBe(DOCUMENTS.length - 1)
        await index.rebuild(inBatches(DOCUMENTS))
      })

      it('leaves the index as it was when the batches fail', async () => {
        async function* failing() {
          yield [...DOCUMENTS.slice(0, 3)]
          throw new Error('the rows cannot be read')
        }
        await expect(index.rebuild(failing())).rejects.toThrow('the rows cannot be read')
        expect((await find('')).total).toBe(DOCUMENTS.length)
        await index.upsert([PRODUCTS.soap])
        expect(await index.rebuild(inBatches(DOCUMENTS))).toEqual({ documents: DOCUMENTS.length })
      })

      it('refuses a second one at the same time', async () => {
        async function* interrupted() {
          yield [...DOCUMENTS]
          await expect(index.rebuild(inBatches(DOCUMENTS))).rejects.toMatchObject({ code: 'conflict' })
        }
        expect(await index.rebuild(interrupted())).toEqual({ documents: DOCUMENTS.length })
      })
    })
  })
}
