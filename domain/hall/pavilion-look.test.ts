import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PLACES } from '~/db/seed/data/places'
import { pavilionStyle } from './motifs'
import {
  ACCENT_CONTRAST,
  checkLook,
  colourOf,
  contrast,
  drawnLook,
  LETTER_CONTRAST,
  LETTERING,
  meantColour,
} from './pavilion-look'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
const look = { motif: 'megamendung', roof: 'awning', colour: '#22417a', accent: '#c9d8f0' }

describe('contrast', () => {
  it('is WCAG’s', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
    expect(contrast('#35234d', '#35234d')).toBe(1)
  })
  it('is the same both ways round', () => {
    fc.assert(
      fc.property(colour, colour, (one, other) => {
        expect(contrast(one, other)).toBe(contrast(other, one))
        expect(contrast(one, other)).toBeGreaterThanOrEqual(1)
        expect(contrast(one, other)).toBeLessThanOrEqual(21.01)
      }),
    )
  })
})

describe('a look', () => {
  it('that was suggested can be saved', () => {
    for (const { code } of PLACES) {
      const suggested = pavilionStyle(code)
      expect(checkLook(suggested)).toEqual({ look: suggested, problems: null })
    }
  })
  it('is taken only where lettering can be read and the accent is seen', () => {
    fc.assert(
      fc.property(colour, colour, (ground, accent) => {
        const { problems } = checkLook({ ...look, colour: ground, accent })
        const legible = contrast(ground, LETTERING) >= LETTER_CONTRAST
        const seen = contrast(ground, accent) >= ACCENT_CONTRAST
        expect(problems === null).toBe(legible && seen)
        expect(problems?.colour).toBe(legible ? undefined : 'letters-faint')
        expect(problems?.accent).toBe(legible && !seen ? 'accent-faint' : undefined)
      }),
    )
  })
  it('says at each field what is wrong', () => {
    expect(checkLook({ motif: 'kawung', roof: '', colour: 'red', accent: '#12345' }).problems).toEqual({
      motif: 'choice',
      roof: 'choice',
      colour: 'colour-form',
      accent: 'colour-form',
    })
  })
  it('is kept in the form that the database has', () => {
    expect(checkLook({ ...look, colour: ' 22417A ', accent: '#FED' }).look).toEqual({
      ...look,
      accent: '#ffeedd',
    })
  })
})

describe('a colour as it is typed', () => {
  it.each([
    ['#35234D', '#35234d'],
    ['35234d', '#35234d'],
    ['#abc', '#aabbcc'],
    ['', null],
    ['#3523', null],
    ['url(#x)', null],
  ])('%s', (typed, read) => expect(colourOf(typed)).toBe(read))

  it('or as it is picked, whichever was changed', () => {
    const shown = '#22417a'
    expect(meantColour({ typed: shown, picked: '#6b2650', shown })).toBe('#6b2650')
    expect(meantColour({ typed: '#6b2650', picked: shown, shown })).toBe('#6b2650')
    expect(meantColour({ typed: 'plum', picked: shown, shown })).toBe('plum')
    expect(meantColour({ typed: shown, picked: '', shown })).toBe(shown)
  })
})

it('says what the hall draws for names that it doesn’t know', () => {
  expect(drawnLook({ ...look, motif: 'weave', roof: 'dome' })).toEqual({
    ...look,
    motif: 'bamboo-weave',
    roof: 'julang-ngapak',
  })
  expect(drawnLook(look)).toEqual(look)
})
