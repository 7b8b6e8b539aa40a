import { beforeAll, describe, expect, it } from 'vitest'
import { LOCALES } from '~/domain/shared/locale'
import { TIME_BARS, type TimeReason } from '~/domain/shared/time-reason'
import { words as ar } from './i18n/ar/words'
import { words as en } from './i18n/en/words'
import { words as id } from './i18n/id/words'
import { pageWords } from './i18n/page-words.server'
import { registerWords } from './i18n/registry'
import { timeBarSentence, timeReasonSentence } from './time-sentences'

beforeAll(() => {
  registerWords('id', id)
  registerWords('en', en)
  registerWords('ar', ar)
})

const at = Date.UTC(2026, 10, 30, 3)
const host = 'Al Hikmah'
/** One of each code: a code that is missing here doesn't compile. */
const EACH: { [C in TimeReason['code']]: Extract<TimeReason, { code: C }> } = {
  'after-meeting': { code: 'after-meeting', at },
  'before-meeting': { code: 'before-meeting', at },
  'first-free': { code: 'first-free' },
  'after-proposal': { code: 'after-proposal', host },
  'before-proposal': { code: 'before-proposal', host },
  'same-day-meeting': { code: 'same-day-meeting' },
  'same-day-proposals': { code: 'same-day-proposals' },
  'another-day': { code: 'another-day' },
  'only-time': { code: 'only-time', host },
  'free-for-both': { code: 'free-for-both' },
}

describe('why a time is proposed', () => {
  it.each(LOCALES)('is a sentence of its own for each reason in %s, with its figures', (locale) => {
    const words = pageWords('match', locale)
    const say = (reason: TimeReason, reader: 'guest' | 'other') =>
      timeReasonSentence(reason, words, { locale, zone: 'Asia/Jakarta', reader })
    for (const reader of ['guest', 'other'] as const) {
      const sentences = Object.values(EACH).map((reason) => say(reason, reader))
      expect(new Set(sentences).size).toBe(sentences.length)
      for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|undefined|[.]$/)
    }
    expect(say(EACH['after-meeting'], 'guest')).toContain(locale === 'id' ? '10.00' : '10:00')
    expect(say(EACH['after-proposal'], 'guest')).toContain(host)
    // Whose meeting it is depends on who reads.
    expect(say(EACH['after-meeting'], 'other')).not.toBe(say(EACH['after-meeting'], 'guest'))
  })

  it('is told in the reader’s zone', () => {
    const sentence = timeReasonSentence(EACH['after-meeting'], pageWords('match', 'en'), {
      locale: 'en',
      zone: 'Asia/Dubai',
      reader: 'guest',
    })
    expect(sentence).toBe('Just after your meeting at \u206807:00\u2069')
  })
})

it.each(LOCALES)('says what bars a time, each thing in its own words, in %s', (locale) => {
  const words = pageWords('match', locale)
  for (const reader of ['guest', 'other'] as const) {
    const sentences = TIME_BARS.map((bar) => timeBarSentence(bar, words, reader))
    expect(new Set(sentences).size).toBe(TIME_BARS.length)
  }
  expect(timeBarSentence('guest-busy', words, 'other')).not.toBe(
    timeBarSentence('guest-busy', words, 'guest'),
  )
})
