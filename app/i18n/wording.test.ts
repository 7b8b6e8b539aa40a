import { describe, expect, it } from 'vitest'
import { PAGE_WORDS } from './page-words.server'

const { id } = PAGE_WORDS

describe('sentences that must not say the opposite', () => {
  // Of clocks Indonesian says 'cepat' and 'lambat'; 'lebih awal' is earlier, which is the clock behind.
  it('a clock ahead is faster, one behind slower', () => {
    const { ahead, behind } = id.meeting.clocks
    expect(ahead).toContain('lebih cepat')
    expect(behind).toContain('lebih lambat')
    for (const sentence of [ahead, behind]) expect(sentence).not.toMatch(/lebih awal|di belakang/)
  })
})
