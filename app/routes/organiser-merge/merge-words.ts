import type { PageWords } from '~/app/i18n/page-words.server'

/** What of the organiser's words the page is sent. */
export type MergePageWords = Pick<PageWords['organiser'], 'merge' | 'applicant' | 'states'>
