import type { PageWords } from '../page-words.server'

export const need: PageWords['need'] = {
  title: 'الاحتياجات',
}
