import { describe, expect, it } from 'vitest'
import { SYNONYM_GROUPS, synonymPhrases } from './synonyms'
import { tokenise } from './tokenise'

describe('synonyms', () => {
  it('has each phrase in one group only, so that meanings do not run together', () => {
    const seen = new Map<string, string>()
    for (const group of SYNONYM_GROUPS) {
      for (const phrase of new Set(group.map((words) => tokenise(words).join(' ')))) {
        expect(phrase, String(group)).not.toBe('')
        expect(seen.get(phrase), `'${phrase}' of ${group[0]}`).toBeUndefined()
        seen.set(phrase, String(group[0]))
      }
    }
  })

  it('leads from each language to the others', () => {
    const phrases = synonymPhrases()
    expect(phrases.get('kopi')).toEqual(expect.arrayContaining(['coffee', 'قهوه']))
    expect(phrases.get('قهوه')).toEqual(expect.arrayContaining(['kopi', 'coffee']))
    expect(phrases.get('palm sugar')).toContain('gula aren')
    expect(phrases.get('kopi')).not.toContain('kopi')
  })

  it('holds no writing that only ever stands alone', () => {
    for (const [phrase, others] of synonymPhrases()) expect(others.length, phrase).toBeGreaterThan(0)
  })
})
