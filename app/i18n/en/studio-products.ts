import type { PageWords } from '../page-words.server'

export const studioProducts: PageWords['studioProducts'] = {
  title: 'Your products',
}
