import type { Words } from '../words'

export const shortlist: Words['shortlist'] = {
  title: 'My shelf',
  intro:
    'Goods and booths that you keep, without an account. The shelf lives in this browser only, in one cookie that serves nothing else.',
  empty: 'Your shelf is still empty',
  emptyText: 'Press “Keep on my shelf” at a product or a booth, and it waits for you here.',
  findProducts: 'Find products',
  products: 'Products',
  booths: 'Booths',
  keep: 'Keep on my shelf',
  keepShort: 'Keep',
  kept: 'On my shelf',
  keptShort: 'Kept',
  remove: 'Remove',
  removeNamed: (name) => `Remove ${name}`,
  removed: (name) => `${name} was taken off the shelf.`,
  undo: 'Undo',
  description: 'Goods and booths that you keep at OPOP Expo.',
}
