import { expect, test } from 'vitest'
import { tidySearch, withoutFilters, withoutValue, withParam } from './search-address'

const params = (text: string) => new URLSearchParams(text)

test('an address holds neither empty values, nor defaults, nor strangers', () => {
  const given = 'sort=relevance&kind=product&q=+kopi+&region=&region=3205&region=3205&utm_source=x&page=1'
  expect(tidySearch(params(given)).toString()).toBe('q=kopi&region=3205')
})

test('another order starts from the first page, another page keeps the rest', () => {
  expect(withParam(params('q=kopi&page=4'), 'sort', 'price-asc')).toBe('?q=kopi&sort=price-asc')
  expect(withParam(params('q=kopi&sort=newest'), 'page', '3')).toBe('?q=kopi&sort=newest&page=3')
  expect(withParam(params('q=kopi&page=3'), 'page', '1')).toBe('?q=kopi')
})

test('a filter can be taken away alone, or all of them together', () => {
  const given = params('q=kopi&kind=booth&region=3205&region=3204&paper=halal&page=2')
  expect(withoutValue(given, 'region', '3205')).toBe('?q=kopi&kind=booth&region=3204&paper=halal')
  expect(withoutFilters(given)).toBe('?q=kopi&kind=booth')
  expect(withoutFilters(params('region=3205'))).toBe('')
})
