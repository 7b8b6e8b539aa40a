import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PRICE_BUCKETS, priceBucket, priceBucketEdges } from './search-options'
import { parseSearchRequest } from './search-query.schema'

const parse = (address: string) => parseSearchRequest(new URLSearchParams(address))

describe('the search in the address', () => {
  it('asks for products by relevance when it says nothing', () => {
    expect(parse('')).toEqual({ text: '', filters: { kind: 'product' }, sort: 'relevance', page: 1 })
  })

  it('reads every choice', () => {
    expect(
      parse(
        'q=+kopi+susu+&kind=booth&field=minuman&field=jasa&region=3205&paper=halal&paper=sni&price=0&price=5' +
          '&from=1000&to=50000&export=true&ready=nearly&ready=ready&sort=price-asc&page=3',
      ),
    ).toEqual({
      text: 'kopi susu',
      filters: {
        kind: 'booth',
        fields: ['minuman', 'jasa'],
        regencies: ['3205'],
        certifications: ['halal', 'sni'],
        priceBuckets: [0, 5],
        priceFrom: 1000,
        priceTo: 50_000,
        hasExported: true,
        readiness: ['nearly', 'ready'],
      },
      sort: 'price-asc',
      page: 3,
    })
    expect(parse('kind=all').filters.kind).toBeUndefined()
    expect(parse('export=false').filters.hasExported).toBe(false)
  })

  it('leaves out what cannot be meant, and what is said twice', () => {
    expect(
      parse(
        'kind=x&field=x&field=jasa&field=jasa&region=32%27--&paper=&price=6&price=-1&price=1e3&from=-5&to=abc' +
          '&export=maybe&ready=yes&sort=best&page=0',
      ),
    ).toEqual({ text: '', filters: { kind: 'product', fields: ['jasa'] }, sort: 'relevance', page: 1 })
    expect(parse('page=99999999').page).toBe(1)
    expect(parse(`q=${'a'.repeat(5000)}`).text).toHaveLength(200)
  })

  it('reads any address without an error', () => {
    const name = fc.constantFrom(
      'q',
      'kind',
      'field',
      'region',
      'paper',
      'price',
      'from',
      'to',
      'export',
      'sort',
      'page',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string({ unit: 'binary' }))), (pairs) => {
        const request = parseSearchRequest(new URLSearchParams(pairs))
        expect(request.page).toBeGreaterThanOrEqual(1)
        expect(Number.isInteger(request.page)).toBe(true)
      }),
    )
  })
})

describe('price buckets', () => {
  it('hold their upper edge', () => {
    expect([1, 10_000, 10_001, 25_000, 250_000, 250_001].map((rupiah) => priceBucket(rupiah * 100))).toEqual([
      0, 0, 1, 1, 4, 5,
    ])
    expect(priceBucket(null)).toBeNull()
  })

  it('put each price between the edges of its bucket', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), (minor) => {
        const bucket = priceBucket(minor)
        expect(bucket).not.toBeNull()
        const { above, upTo } = priceBucketEdges(bucket ?? -1)
        if (above !== null) expect(minor).toBeGreaterThan(above * 100)
        if (upTo !== null) expect(minor).toBeLessThanOrEqual(upTo * 100)
      }),
    )
    expect(priceBucketEdges(0)).toEqual({ above: null, upTo: 10_000 })
    expect(priceBucketEdges(PRICE_BUCKETS.length)).toEqual({ above: 250_000, upTo: null })
  })
})
