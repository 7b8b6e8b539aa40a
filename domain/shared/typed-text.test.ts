import { expect, it } from 'vitest'
import { typedLine, typedText } from './typed-text'

it('keeps the lines of a text and drops what nobody types', () => {
  expect(typedText('satu\r\ndua\rtiga\u0000\u0007\u000b\u007f\tempat ')).toBe('satu\ndua\ntiga\tempat ')
})

it('makes one line, with one space where there were several or a break, and drops what nobody types', () => {
  expect(typedLine(' satu \r\n du\u0000a tiga\t\u007fempat')).toBe(' satu dua tiga empat')
})

it('takes what is no text for an empty field', () => {
  for (const value of [undefined, null, 7, ['satu'], {}]) {
    expect(typedText(value)).toBe('')
    expect(typedLine(value)).toBe('')
  }
})
