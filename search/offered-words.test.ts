import { expect, test } from 'vitest'
import { offeredWords } from './offered-words'
import { queryWords } from './query-terms'

test('has the words of the text itself, as the search cuts them', () => {
  expect(offeredWords('Rengginang Café, 500 g')).toEqual(
    expect.arrayContaining(['rengginang', 'cafe', '500', 'g']),
  )
})

test('has what means the same in the other languages', () => {
  const words = offeredWords('Kopi sangrai')
  for (const asked of ['coffee', 'roasted', 'قهوة']) {
    expect(words, asked).toEqual(expect.arrayContaining(queryWords(asked)))
  }
})

test('knows a phrase only where its words stand together and in order', () => {
  expect(offeredWords('gula aren')).toContain('palm')
  expect(offeredWords('aren, bukan gula')).not.toContain('palm')
  expect(offeredWords('gula')).not.toContain('palm')
})

test('a text without words has none', () => {
  expect(offeredWords(' — ')).toEqual([])
})
