import type { PageWords } from '../page-words.server'

export const home: PageWords['home'] = {
  metaTitle: 'OPOP Expo: made by pesantren of West Java, ready to order',
  metaDescription:
    'The online exhibition of West Java’s pesantren. See wholesale prices, minimum orders and capacity, walk the hall in 3D, then talk to the maker on WhatsApp.',
  title: 'Made by pesantren of West Java, ready to order.',
  lead: 'Coffee, sarongs, bread, soap, vegetables, honey. See capacity and wholesale prices, then talk directly to the pesantren, the boarding school that makes them, on WhatsApp.',
  forWhom: 'For shops, suppliers, hotels and exporters. No account needed.',
  examples: 'Example searches',
  hallTitle: 'The hall in 3D',
  hallText: '{booths} in {pavilions} pavilions, open at all hours',
  hallClosed: 'The hall has not opened yet.',
  walkIn: 'Walk in',
  hallPicture: 'An aisle of the hall at dusk: a row of booths with signs in two scripts under lamplight.',
  shelf: 'On the shelf this week',
  allProducts: 'All products',
  minimum: 'min. {amount}',
  matchingTitle: 'Business matching: big buyers meet the makers.',
  matchingText: 'Every year buyers sit down with the pesantren that passed selection.',
  matchingToday: 'Here you state a need once, see who can supply it, and pick a time to meet.',
  matchingMore: 'About business matching',
  matchingNeed: 'State a need',
  matchingYears: 'Value on record at business matching',
  directory: 'Pavilion directory',
  openMap: 'Open the map',
  boothCount: { one: '{count} booth', other: '{count} booths' },
}
