import { expect, test } from 'vitest'
import { offeredWords } from './offered-words'
import { queryWords } from './query-terms'

const wordsOf = (...texts: string[]) => [...offeredWords(texts)]

test('has the words of the text itself, as the search cuts them', () => {
  expect(wordsOf('Rengginang Café, 500 g')).toEqual(
    expect.arrayContaining(['rengginang', 'cafe', '500', 'g']),
  )
})

test('has what means the same in the other languages', () => {
  const words = wordsOf('Kopi sangrai')
  for (const asked of ['coffee', 'roasted', 'قهوة']) {
    expect(words, asked).toEqual(expect.arrayContaining(queryWords(asked)))
  }
})

test('knows a phrase only where its words stand together and in order', () => {
  expect(wordsOf('gula aren')).toContain('palm')
  expect(wordsOf('aren, bukan gula')).not.toContain('palm')
  expect(wordsOf('gula')).not.toContain('palm')
})

test('a phrase never reaches from one text into the next', () => {
  expect(wordsOf('gula', 'aren')).not.toContain('palm')
})

test('a text without words has none', () => {
  expect(wordsOf(' — ')).toEqual([])
})
