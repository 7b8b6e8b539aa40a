import { expect, test } from 'vitest'
import { looksUnusual } from './certificate-format'

test.each([
  ['halal', 'ID32110000123450421'],
  ['halal', 'id 3211 0000 1234 50421'],
  ['pirt', '206321201012345'],
  ['pirt', 'P-IRT 2063212010123-27'],
  ['bpom', 'BPOM RI MD 012345678901'],
  ['nib', '9120001234567'],
  ['sni', 'SNI 2907:2008'],
  ['gs1', '4006381333931'],
  ['lab', 'whatever it is called'],
  ['nib', ''],
] as const)('%s %s is as they are written', (kind, number) => {
  expect(looksUnusual(kind, number)).toBe(false)
})

test.each([
  ['halal', '12345'],
  ['pirt', 'PIRT'],
  ['bpom', 'XX 1'],
  ['nib', '912000123456'],
  ['sni', 'SNI'],
  ['gs1', '4006381333932'],
] as const)('%s %s is not', (kind, number) => {
  expect(looksUnusual(kind, number)).toBe(true)
})
