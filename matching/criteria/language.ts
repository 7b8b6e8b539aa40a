import type { Locale } from '~/domain/shared/locale'
import type { Demand, Judgement, Offer } from '../offer'

/** English or Indonesian, in which most can find a helper; another language; or nothing stated. */
const BRIDGES: readonly Locale[] = ['en', 'id']
const BRIDGE_SHARE = 0.6
const OTHER_SHARE = 0.3
const UNKNOWN_SHARE = 0.3

/** Whether the maker speaks the need's language, or one that both may share. */
export function judgeLanguage({ language }: Demand, { languages }: Offer): Judgement {
  if (languages?.includes(language)) {
    return {
      criterion: 'language',
      share: 1,
      reasons: [{ criterion: 'language', tone: 'good', code: 'speaks', language }],
    }
  }
  const bridge = BRIDGES.find((other) => languages?.includes(other))
  const spoken = bridge ?? languages?.[0]
  if (!spoken) {
    return {
      criterion: 'language',
      share: UNKNOWN_SHARE,
      reasons: [{ criterion: 'language', tone: 'unknown', code: 'language-unknown' }],
    }
  }
  return {
    criterion: 'language',
    share: bridge ? BRIDGE_SHARE : OTHER_SHARE,
    reasons: [{ criterion: 'language', tone: 'short', code: 'speaks-other', language: spoken }],
  }
}
