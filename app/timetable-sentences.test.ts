import { describe, expect, it } from 'vitest'
import { LOCALES, type Locale } from '~/domain/shared/locale'
import { explainInfeasible } from '~/matching/explain/explain-infeasible'
import type { SlotReason } from '~/matching/explain/explain-plan'
import type { SlotBlocker } from '~/matching/explain/explain-slot'
import { BARS } from '~/matching/select/selection'
import type { PairVerdict } from '~/matching/select/verdict'
import { timetableFor } from '~/test/matching/small-timetables'
import { pageWords } from './i18n/page-words.server'
import {
  blockerSentence,
  infeasibleSentences,
  pairSentence,
  slotReasonSentence,
  type TimetableNames,
  unscheduledSentence,
} from './timetable-sentences'

const names: TimetableNames = {
  meeting: (index) => `M${index}`,
  seat: (index) => `S${index}`,
  session: () => 'Ekspor',
  slot: (index) => `${9 + index}:00`,
  length: (slots) => `${slots * 20} min`,
}
const reading = (locale: Locale) => ({ words: pageWords('timetable', locale), names, locale })

/** One of each constraint: one that is missing here doesn't compile. */
const BLOCKERS: { [C in SlotBlocker['constraint']]: Extract<SlotBlocker, { constraint: C }> } = {
  session: { constraint: 'session', session: 0 },
  fixed: { constraint: 'fixed', slot: 2 },
  away: { constraint: 'away', seat: 3 },
  'seat-busy': { constraint: 'seat-busy', seat: 3, meeting: 7 },
  'table-full': { constraint: 'table-full', tables: 12 },
  precedence: { constraint: 'precedence', must: 'before', meeting: 7, slot: 2 },
  rest: { constraint: 'rest', seat: 3, meeting: 7, rest: 1 },
  'break-spread': { constraint: 'break-spread', seat: 3, breaks: 4, least: 1 },
}
const REASONS: { [C in SlotReason['code']]: Extract<SlotReason, { code: C }> } = {
  fixed: { code: 'fixed' },
  wished: { code: 'wished' },
  'only-slot': { code: 'only-slot' },
  'fewest-breaks': { code: 'fewest-breaks', more: 2 },
  'next-to': { code: 'next-to', seat: 3, meeting: 7, side: 'after' },
  'first-free': { code: 'first-free' },
  session: { code: 'session', session: 0 },
}

describe.each(LOCALES)('in %s', (locale) => {
  it('each constraint and each reason has a sentence of its own, with its names and figures', () => {
    const sentences = [
      ...Object.values(BLOCKERS).map((blocker) => blockerSentence(blocker, reading(locale))),
      blockerSentence({ ...BLOCKERS.precedence, must: 'after' }, reading(locale)),
      ...Object.values(REASONS).map((reason) => slotReasonSentence(reason, reading(locale))),
      slotReasonSentence({ ...REASONS['next-to'], side: 'before' }, reading(locale)),
    ]
    expect(new Set(sentences).size).toBe(sentences.length)
    for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|undefined|[.]$/)
    const [, fixed, away, busy] = sentences
    expect(fixed).toContain('11:00')
    expect(away).toContain('S3')
    expect(busy).toMatch(/S3.*M7/)
  })

  it('a pair has a sentence for each thing that can become of it', () => {
    const verdicts: PairVerdict[] = [
      { kind: 'chosen', value: 8250 },
      ...BARS.map((because) => ({ kind: 'barred' as const, because, rule: 'VIP' })),
      ...(['buyer', 'seller', 'both'] as const).map((who) => ({
        kind: 'full' as const,
        who,
        value: 5000,
        least: 6000,
      })),
      { kind: 'places-full', value: 5000, least: 6000 },
      { kind: 'no-candidate' },
      { kind: 'slots-clash', value: 5000 },
      { kind: 'not-finished', value: 5000 },
    ]
    const sentences = verdicts.map((verdict) => pairSentence(verdict, reading(locale)))
    expect(new Set(sentences).size).toBe(sentences.length)
    for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|undefined|[.]$/)
    expect(sentences[0]).toMatch(/82[.,]5/)
    expect(sentences.find((sentence) => sentence.includes('VIP'))).toBeDefined()
  })

  it('a meeting without a time says how many times each constraint forbids', () => {
    const sentence = unscheduledSentence(
      {
        meeting: 4,
        free: [],
        blocked: [
          { constraint: 'seat-busy', slots: 9, example: BLOCKERS['seat-busy'], exampleSlot: 0 },
          { constraint: 'away', slots: 3, example: BLOCKERS.away, exampleSlot: 1 },
        ],
      },
      reading(locale),
    )
    expect(sentence).toMatch(/M4.*9.*3/)
    expect(sentence).not.toMatch(/[{}]/)
  })

  it('what cannot hold together is said with its meetings, its constraints and whom it is about', () => {
    const problem = timetableFor([{ seats: [0, 1] }, { seats: [0, 2] }, { seats: [0, 3] }], { slotCount: 2 })
    const fact = explainInfeasible(problem)
    if (!fact) throw new Error('three meetings of one seat fit into two slots')
    const sentences = infeasibleSentences(fact, reading(locale))
    expect(sentences).toHaveLength(4)
    const text = sentences.join(' ')
    for (const part of ['M0', 'M1', 'M2', 'S0', pageWords('timetable', locale).kinds['seat-busy']]) {
      expect(text).toContain(part)
    }
    expect(text).not.toMatch(/[{}]/)
  })
})
