import { describe, expect, it } from 'vitest'
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
