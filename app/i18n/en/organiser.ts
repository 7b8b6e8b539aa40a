import type { PageWords } from '../page-words.server'

export const organiser: PageWords['organiser'] = {
  nav: {
    label: 'The organiser’s pages',
    verification: 'Verification',
    duplicates: 'Doubles',
    messages: 'Messages',
  },
}
