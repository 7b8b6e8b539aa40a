import { expect, test } from 'vitest'
import { readRegions } from './regions.server'
import { sampleBooth } from './sample-booth'
import { sampleOffers } from './sample-offers'

test('about a third of the goods has a sample, at a whole price, of a size in three languages, and a way to send it', async () => {
  const regions = await readRegions()
  const booths = Array.from({ length: 300 }, (_, at) => sampleBooth(at + 1, regions))
  const { offers, rates } = sampleOffers(booths)
  const goods = booths.flatMap(({ products }) => products)
  expect(offers.length / goods.length).toBeGreaterThan(0.25)
  expect(offers.length / goods.length).toBeLessThan(0.4)
  expect(offers.filter(({ priceMinor }) => priceMinor % 100 !== 0 || priceMinor > 20_000_000)).toEqual([])
  expect(offers.some(({ priceMinor }) => priceMinor === 0)).toBe(true)
  expect(offers.filter(({ size }) => !size.id || !size.en || !size.ar)).toEqual([])
  const organisationOf = new Map(goods.map(({ id, organisationId }) => [id, organisationId]))
  const senders = new Set(rates.map(({ organisationId }) => organisationId))
  const stuck = offers.filter(
    ({ productId, shipsHome }) => shipsHome && !senders.has(organisationOf.get(productId) ?? ''),
  )
  expect(stuck).toEqual([])
  // The booth of the sample account can be tried out on every shelf.
  const shown = booths.find(({ organisation }) => organisation.slug === 'darul-muttaqin-3')
  expect(
    shown?.products.some(({ id }) =>
      offers.some(({ productId, shipsHome }) => productId === id && shipsHome),
    ),
  ).toBe(true)
})
