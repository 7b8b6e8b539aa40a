import type { PageWords } from '../page-words.server'

export const meetings: PageWords['meetings'] = {
  title: 'الاجتماعات',
}
