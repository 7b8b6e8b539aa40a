import type { PageWords } from '../page-words.server'

export const openTimes: PageWords['openTimes'] = {
  title: 'الأوقات المتاحة',
}
