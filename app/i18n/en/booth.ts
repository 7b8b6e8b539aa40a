import { formatNumber } from '../format'
import type { Words } from '../words'

const AWARDS: Record<string, string> = {
  'Juara provinsi': 'Winner in the province',
  'Juara I scale-up kab/kota': 'First place in its regency or city, scale-up',
  'Juara II scale-up kab/kota': 'Second place in its regency or city, scale-up',
  'Juara III scale-up kab/kota': 'Third place in its regency or city, scale-up',
  'Juara start-up kab/kota': 'Winner in its regency or city, start-up',
  'Juara kecamatan start-up': 'Winner in its district, start-up',
  'Delegasi Turki': 'Delegate to Turkey',
  'Delegasi Turki; mentor': 'Delegate to Turkey, and mentor',
  Peserta: 'Participant',
}

export const booth: Words['booth'] = {
  pavilion: (number) => `Pavilion ${formatNumber(number, 'en')}`,
  aisle: (index) => `Aisle ${String.fromCharCode(65 + index)}`,
  sample: 'Sample pesantren',
  shelf: 'On our shelf',
  productCount: (count) => `${formatNumber(count, 'en')} ${count === 1 ? 'product' : 'products'}`,
  emptyShelf: 'Nothing on this shelf yet',
  emptyShelfText:
    'This pesantren has not put goods into the exhibition yet. You can still write to it, or look for similar goods.',
  findProducts: 'Find products',
  about: 'About the pesantren',
  sampleText: 'Sample text.',
  writtenIn: (language) => `Written in ${language}.`,
  record: 'Record in OPOP',
  award: (reported) => AWARDS[reported] ?? reported,
  source: (label) => `Source: ${label}`,
  facts: 'Facts',
  field: 'Field of business',
  region: 'Region',
  reportedProducts: 'Goods as reported',
  capacity: 'Capacity',
  capacityOnProducts: 'Stated on each product',
  languages: 'Languages',
  exported: 'Export',
  hasExported: 'Has exported',
  hasNotExported: 'Not yet',
  sources: 'Sources',
  meet: 'Request a meeting',
  visit: 'Visit in the hall',
  otherBooths: 'Other booths in this aisle',
  previous: 'Previous booth',
  next: 'Next booth',
  closedTitle: 'This booth has closed',
  closedText: (name) =>
    `${name} no longer has an open booth in the hall. Its place is kept, and other booths are open.`,
  toHall: 'To the hall',
  description: (name, place) =>
    `The booth of ${name}${place ? `, ${place}` : ''}, at OPOP Expo: goods, capacity and certificates, and a chat with the pesantren itself.`,
}
