import type { PageWords } from '../page-words.server'

export const match: PageWords['match'] = {
  title: 'Matches',
}
