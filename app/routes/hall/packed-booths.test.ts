import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { GatheredBooth } from '~/domain/hall/gather-booths.server'
import { BUSINESS_FIELDS } from '~/domain/shared/enums'
import { LOCALES } from '~/domain/shared/locale'
import { packBooths, unpackBooths } from './packed-booths'

/** Names of any script, without what parts lines and columns. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((s) => s.replace(/[\t\n]/g, ' '))

const booth: fc.Arbitrary<GatheredBooth> = fc
  .record({
    slug: fc.stringMatching(/^[a-z]+(-[0-9]+)?$/),
    name: text,
    nameArabic: fc.option(text),
    pavilion: fc.integer({ min: 1, max: 27 }),
    slot: fc.nat(400),
    field: fc.option(fc.constantFrom(...BUSINESS_FIELDS)),
    product: fc.option(fc.tuple(fc.constantFrom(...LOCALES), text).map(([lang, said]) => ({ [lang]: said }))),
    drawings: fc.array(fc.stringMatching(/^[a-z]+\.[A-Z]+\.[0-9]+$/), { maxLength: 1 }),
    district: fc.option(text),
    award: fc.boolean(),
    sample: fc.boolean(),
    photo: fc.option(
      fc.record({
        hash: fc.stringMatching(/^[0-9a-f]{8,64}$/),
        width: fc.integer({ min: 1, max: 4000 }),
        height: fc.integer({ min: 1, max: 4000 }),
      }),
      { nil: undefined },
    ),
    sheet: fc.constant(null),
  })
  .map(({ photo, ...rest }) => ({ ...rest, ...(photo && { photo }) }))

it('opens to the booths that were packed', () => {
  fc.assert(
    fc.property(fc.array(booth, { maxLength: 60 }), (booths) => {
      expect(unpackBooths(packBooths(booths))).toEqual(booths)
    }),
  )
})

it('keeps a name that holds what parts the columns in its own column', () => {
  const named = { ...fc.sample(booth, 1)[0], name: 'Al\tIttifaq\nBaru' } as GatheredBooth
  expect(unpackBooths(packBooths([named]))).toEqual([{ ...named, name: 'Al Ittifaq Baru' }])
})
