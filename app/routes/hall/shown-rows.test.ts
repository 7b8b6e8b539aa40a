import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FOUND_A_PAGE, shownRows } from './shown-rows'

const found = (count: number) => Array.from({ length: count }, (_, i) => ({ slug: `booth-${i}` }))
const nowhere = { page: null, slug: null }

it('lists every booth of a search on one page and no other', () => {
  fc.assert(
    fc.property(fc.nat(90), (count) => {
      const booths = found(count)
      const { pages } = shownRows('search', booths, nowhere)
      const listed = Array.from({ length: pages }, (_, i) => {
        const { from, to } = shownRows('search', booths, { page: i + 1, slug: null })
        expect(to - from).toBeLessThanOrEqual(FOUND_A_PAGE)
        return booths.slice(from, to)
      })
      expect(listed.flat()).toEqual(booths)
    }),
  )
})

it('opens at the page of the booth that the address leads to, unless another is named', () => {
  const booths = found(60)
  expect(shownRows('search', booths, { page: null, slug: 'booth-45' })).toMatchObject({ page: 3, from: 40 })
  expect(shownRows('search', booths, { page: 1, slug: 'booth-45' })).toMatchObject({ page: 1, from: 0 })
  expect(shownRows('search', booths, { page: null, slug: 'elsewhere' })).toMatchObject({ page: 1 })
})

it('takes a page past the last for the last, and nothing found for one empty page', () => {
  expect(shownRows('search', found(25), { page: 9, slug: null })).toEqual({
    from: 20,
    to: 25,
    page: 2,
    pages: 2,
  })
  expect(shownRows('search', [], nowhere)).toEqual({ from: 0, to: 0, page: 1, pages: 1 })
})

it('lists a tour and an aisle whole', () => {
  for (const as of ['tour', 'aisle'] as const)
    expect(shownRows(as, found(30), { page: 2, slug: null })).toEqual({ from: 0, to: 30, page: 1, pages: 1 })
})
