import { expect, test } from 'vitest'
import { paperSets } from './offer-papers'

const paper = (
  kind: 'halal' | 'pirt' | 'bpom' | 'gs1',
  state: 'applied' | 'declared' | 'verified',
  expiresOn: string | null = null,
) => ({
  kind,
  state,
  expiresOn,
})

test('verified and declared are kept apart', () => {
  expect(paperSets([paper('halal', 'verified'), paper('pirt', 'declared')], '2026-11-22')).toEqual({
    verified: new Set(['halal']),
    declared: new Set(['pirt-bpom']),
  })
})

test('what is applied for or has run out does not count; on its last day it does', () => {
  const papers = [
    paper('halal', 'applied'),
    paper('bpom', 'verified', '2026-11-21'),
    paper('pirt', 'declared', '2026-11-22'),
  ]
  expect(paperSets(papers, '2026-11-22')).toEqual({ verified: new Set(), declared: new Set(['pirt-bpom']) })
})

test('a paper that nobody can ask for is none', () => {
  expect(paperSets([paper('gs1', 'verified')], '2026-11-22').verified.size).toBe(0)
})
