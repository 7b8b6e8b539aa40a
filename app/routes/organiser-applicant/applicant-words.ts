import type { PageWords } from '~/app/i18n/page-words.server'

/** What of the organiser's words an applicant's page is sent. */
export type ApplicantWords = Omit<PageWords['organiser'], 'duplicates' | 'queue'>
