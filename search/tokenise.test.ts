import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_WORD, tokenise, writtenParts } from './tokenise'

const word = fc.stringMatching(/^[a-zéüñ\u0621-\u064a]{1,12}$/u)
const prose = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
)

describe('tokenise', () => {
  it('makes writings of the same word equal', () => {
    expect(tokenise('Kopi ARABIKA, Gayo')).toEqual(['kopi', 'arabika', 'gayo'])
    expect(tokenise('Café Crème')).toEqual(['cafe', 'creme'])
    expect(tokenise("Jum'at Qur’an Ta‘lim")).toEqual(['jumat', 'quran', 'talim'])
    expect(tokenise('Al-Ittihad 24')).toEqual(['al', 'ittihad', '24'])
    expect(tokenise('٥٠٠ غرام')).toEqual(['500', 'غرام'])
  })

  it('folds Arabic marks, letter variants and the article', () => {
    expect(tokenise('قَهْوَة')).toEqual(tokenise('قهوه'))
    expect(tokenise('القهوة')).toEqual(tokenise('قهوة'))
    expect(tokenise('الألبان')).toEqual(tokenise('ألبان'))
    expect(tokenise('مصطفى')).toEqual(tokenise('مصطفي'))
    expect(tokenise('إندونيسيا')).toEqual(tokenise('اندونيسيا'))
    expect(tokenise('عســـل')).toEqual(tokenise('عسل'))
    expect(tokenise('الله')).toEqual(['الله'])
  })

  it('finds no word where there is none', () => {
    expect(tokenise('  %_ \'"&|!():* — ')).toEqual([])
    expect(tokenise('')).toEqual([])
  })

  it('gives the same words when its words are tokenised again', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const words = tokenise(text)
        expect(tokenise(words.join(' '))).toEqual(words)
      }),
      { numRuns: 2000 },
    )
  })

  it('gives words of letters and digits only, never longer than allowed', () => {
    fc.assert(
      fc.property(prose, (text) => {
        for (const token of tokenise(text)) {
          expect(token).toMatch(/^[\p{L}\p{N}]+$/u)
          expect(Array.from(token).length).toBeLessThanOrEqual(LONGEST_WORD)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('cuts a text into parts that join to the text', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const parts = writtenParts(text)
        expect(parts.map((part) => part.text).join('')).toBe(text)
      }),
    )
    expect(writtenParts("Kopi Jum'at, القهوة!")).toEqual([
      { text: 'Kopi', words: ['kopi'] },
      { text: ' ', words: [] },
      { text: "Jum'at", words: ['jumat'] },
      { text: ', ', words: [] },
      { text: 'القهوة', words: ['قهوه'] },
      { text: '!', words: [] },
    ])
  })
})
