import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writtenWord } from './written-word'

test.each([
  ['STOP', 'stop'],
  [' stop. ', 'stop'],
  ['Berhenti!', 'stop'],
  ['unsubscribe', 'stop'],
  ['إيقاف', 'stop'],
  ['\u200fإيقاف\u200f', 'stop'],
  ['إِيقاف', 'stop'],
  ['start', 'start'],
  ['"MULAI"', 'start'],
  ['ابدأ', 'start'],
  ["please don't stop", null],
  ['stop stop', null],
  ['stopp', null],
  ['', null],
  ['👍', null],
] as const)('%j asks for %j', (text, asked) => {
  expect(writtenWord(text)).toBe(asked)
})

test('whatever stands beside the word, other words make it none', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('stop', 'mulai', 'إيقاف'),
      fc.stringMatching(/^[a-z]{1,8}$/),
      (word, other) => {
        expect(writtenWord(`${word} ${other}`)).toBeNull()
        expect(writtenWord(`  ${word}… `)).not.toBeNull()
      },
    ),
  )
})

test('it never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => [null, 'stop', 'start'].includes(writtenWord(text))),
  )
})
