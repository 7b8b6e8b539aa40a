import { expect, test } from 'vitest'
import { LOCALES } from '../shared/locale'
import { FIRST_OFFER, offerProblems, offerSchema, type TypedOffer, typedOffer } from './sample-offer.schema'

const OFFER = {
  ...FIRST_OFFER,
  priceMinor: 1_550_000,
  size: { id: '100 g', ar: '100 غ' },
  weightGrams: 1_250,
}
const parse = (change: Partial<TypedOffer>) =>
  offerSchema.safeParse({ ...typedOffer(OFFER, 'id'), ...change })
const problems = (change: Partial<TypedOffer>) => {
  const parsed = parse(change)
  return parsed.success ? {} : offerProblems(parsed.error)
}

test('what was saved is read again from its own form, in every language', () => {
  for (const locale of LOCALES) expect(offerSchema.parse(typedOffer(OFFER, locale))).toEqual(OFFER)
})

test('an empty price is free, and nothing else is', () => {
  expect(parse({ price: '' })).toMatchObject({ success: true, data: { priceMinor: 0 } })
  expect(problems({ price: 'gratis' })).toEqual({ price: 'not-a-price' })
  expect(problems({ price: '15.000,50' })).toEqual({ price: 'not-whole-rupiah' })
  expect(problems({ price: '90.000.000' })).toEqual({ price: 'price-too-high' })
})

test('what is wrong is said at its field', () => {
  expect(problems({ 'size.id': '', 'size.ar': '' })).toEqual({ 'size.id': 'size-missing' })
  expect(problems({ 'size.en': 'x'.repeat(81) })).toEqual({ 'size.en': 'too-long' })
  expect(problems({ weightGrams: '0', limitPerBuyer: '21', onHand: '1,5' })).toEqual({
    weightGrams: 'not-whole',
    limitPerBuyer: 'limit-too-high',
    onHand: 'not-whole',
  })
  expect(problems({ onHand: '0' })).toEqual({})
  expect(problems({ shipsHome: '', shipsAbroad: '', handsOver: '' })).toEqual({ goes: 'goes-nowhere' })
})
