import type { PageWords } from '~/app/i18n/page-words.server'

/** Those of an invitation are its own page's. */
export type TeamWords = Omit<PageWords['team'], 'invitation'>
