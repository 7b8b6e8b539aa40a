import type { PageWords } from '../page-words.server'

export const meeting: PageWords['meeting'] = {
  title: 'الاجتماع',
}
