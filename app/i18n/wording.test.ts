import { describe, expect, it } from 'vitest'
import { words as arWords } from './ar/words'
import { words as idWords } from './id/words'
import { PAGE_WORDS } from './page-words.server'

const { id, en, ar } = PAGE_WORDS

describe('sentences that must not say the opposite', () => {
  // Of clocks Indonesian says 'cepat' and 'lambat'; 'lebih awal' is earlier, which is the clock behind.
  it('a clock ahead is faster, one behind slower', () => {
    const { ahead, behind } = id.meeting.clocks
    expect(ahead).toContain('lebih cepat')
    expect(behind).toContain('lebih lambat')
    for (const sentence of [ahead, behind]) expect(sentence).not.toMatch(/lebih awal|di belakang/)
  })

  // `meeting-state.ts` ends a request two hours before its time where that is sooner.
  it('a request may end before its 48 hours are over', () => {
    expect(id.match.meeting.askText).toMatch(/paling lama 48 jam.*berakhir sebelum waktunya/)
    expect(en.match.meeting.askText).toMatch(/48 hours at most.*ends before its time/)
    expect(ar.match.meeting.askText).toMatch(/48 ساعة على الأكثر.*ينتهي قبل موعده/)
  })
})

/** Every sentence of a tree of words; of a function nothing. */
function sentences(tree: unknown): string[] {
  if (typeof tree === 'string') return [tree]
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(sentences) : []
}

describe('one name for one thing', () => {
  // 'لقاء الأعمال' is the event that the programme holds each year; what two sides agree on is 'اجتماع'.
  const said = sentences({ ...arWords, ...ar })
  it('a meeting in Arabic', () => {
    expect(said.filter((sentence) => /لقاء(?!ات الأعمال| الأعمال)/.test(sentence))).toEqual([])
    expect(said.filter((sentence) => sentence.includes('اجتماع')).length).toBeGreaterThan(40)
  })
  it('the open times of a booth in Arabic', () => {
    expect(ar.openTimes.title).toBe('الأوقات المتاحة')
    expect(said.filter((sentence) => /مواعيد (ال)?(مفتوحة|متاحة)/.test(sentence))).toEqual([])
    expect(ar.meetings.studio.openTimes).toContain(ar.openTimes.title)
  })
  it('the organiser, an editor and a week in Indonesian', () => {
    expect(id.account.signIn.kinds.organiser).toBe('Penyelenggara')
    const others = /\b(panitia|pekan|editor stan)\b/i
    expect(sentences({ ...idWords, ...id }).filter((sentence) => others.test(sentence))).toEqual([])
  })
  it('a regency and a city in Arabic, as the trade words name them', () => {
    expect(sentences(ar.match).filter((sentence) => sentence.includes('منطقة'))).toEqual([])
  })
})
