import { expect, test } from 'vitest'
import { demandOf, type NeedFacts } from './offers.server'

const need: NeedFacts = {
  field: 'minuman',
  productWords: 'Kopi arabika dan kopi robusta untuk kedai',
  monthlyVolume: 300,
  unit: 'kg',
  targetPriceMinor: 14_000_000,
  requiredPapers: ['halal'],
  destinationCountry: 'ID',
  destinationRegency: '3273',
  language: 'id',
  neededBy: '2026-12-01',
}
/** 23 November in Jakarta, still the 22nd in UTC. */
const NOW = new Date('2026-11-22T18:00:00Z')

test('has the telling words once each, and the province of the regency', () => {
  expect(demandOf(need, NOW)).toMatchObject({
    words: ['kopi', 'arabika', 'robusta', 'kedai'],
    destinationProvince: '32',
  })
})

test("counts the days of the hall's calendar", () => {
  expect(demandOf(need, NOW).daysUntilNeeded).toBe(8)
  expect(demandOf({ ...need, neededBy: '2026-11-23' }, NOW).daysUntilNeeded).toBe(0)
})

test('a deadline that has passed, or was never said, is none', () => {
  expect(demandOf({ ...need, neededBy: '2026-11-22' }, NOW).daysUntilNeeded).toBeNull()
  expect(demandOf({ ...need, neededBy: null }, NOW).daysUntilNeeded).toBeNull()
})
