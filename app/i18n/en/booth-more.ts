import type { PageWords } from '../page-words.server'

export const boothMore: PageWords['boothMore'] = {
  address: 'Address',
  hours: 'Opening hours',
  zone: 'WIB (UTC+7)',
  daysFromTo: '{from}–{to}',
  days: { 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday', 6: 'Saturday', 7: 'Sunday' },
  video: 'Video',
  watch: 'Watch on {host}',
}
