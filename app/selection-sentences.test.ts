import { describe, expect, it } from 'vitest'
import { LOCALES } from '~/domain/shared/locale'
import {
  BARS,
  type InputProblem,
  type Selection,
  type ShortParty,
  type ShortReason,
} from '~/matching/select/selection'
import { pageWords } from './i18n/page-words.server'
import { inputSentence, missedSentence, shortSentence } from './selection-sentences'

/** One of each: one that is missing here doesn't compile. */
const REASONS: Record<ShortReason, true> = {
  'no-candidate': true,
  'own-time': true,
  'all-barred': true,
  'partners-full': true,
  'places-full': true,
  'slots-clash': true,
  'not-finished': true,
}
const INPUT: { [C in InputProblem['code']]: Extract<InputProblem, { code: C }> } = {
  'duplicate-party': { code: 'duplicate-party', side: 'buyer', id: 'toko' },
  'unknown-party': { code: 'unknown-party', side: 'seller', id: 'toko' },
  'must-and-never': { code: 'must-and-never', buyer: 'toko', seller: 'hikmah' },
  'minimum-above-maximum': { code: 'minimum-above-maximum', side: 'buyer', id: 'toko' },
  'bad-candidate': { code: 'bad-candidate', row: 6 },
}
const MISSED: Selection['missedMusts'][number]['because'][] = [...BARS, 'full', 'slots-clash']

describe.each(LOCALES)('in %s', (locale) => {
  const reading = {
    words: pageWords('timetable', locale),
    locale,
    partyName: (side: string, party: number) => `${side} ${party}`,
    nameOfId: (id: string) => `<${id}>`,
  }
  const expectAllOwn = (sentences: readonly string[]) => {
    expect(new Set(sentences).size).toBe(sentences.length)
    for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|undefined|[.]$/)
  }

  it('whoever has too few meetings is named with its figures and the reason', () => {
    const sentences = (Object.keys(REASONS) as ShortReason[]).map((because) => {
      const short: ShortParty = {
        side: 'seller',
        party: 4,
        meetings: 1,
        wanted: 3,
        because,
        bars: { never: 2 },
      }
      return shortSentence(short, reading)
    })
    expectAllOwn(sentences)
    for (const sentence of sentences) expect(sentence).toMatch(/seller 4.*1.*3/)
    const barred = shortSentence(
      {
        side: 'buyer',
        party: 0,
        meetings: 0,
        wanted: 1,
        because: 'all-barred',
        bars: { never: 7, 'no-common-slot': 5 },
      },
      reading,
    )
    expect(barred).toContain(`${reading.words.barred.never}: 7`)
    expect(barred).toContain(`${reading.words.barred['no-common-slot']}: 5`)
    expect(barred).not.toContain(reading.words.barred.oneself)
  })

  it('a must that is not held has both names and what keeps it', () => {
    const sentences = MISSED.map((because) =>
      missedSentence({ buyer: 'toko', seller: 'hikmah', because }, reading),
    )
    expectAllOwn(sentences)
    for (const sentence of sentences) expect(sentence).toMatch(/<toko>.*<hikmah>/)
  })

  it('what cannot be meant is said with whom it is about', () => {
    const sentences = Object.values(INPUT).map((problem) => inputSentence(problem, reading))
    expectAllOwn(sentences)
    for (const sentence of sentences) expect(sentence).toMatch(/<toko>|7/)
  })
})
