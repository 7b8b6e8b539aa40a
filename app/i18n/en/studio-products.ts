import type { studioProducts as source } from '../id/studio-products'
import type { Shape } from '../words'

export const studioProducts: Shape<typeof source> = {
  nav: {
    label: 'Studio',
    meetings: 'Meetings',
    openTimes: 'Open times',
    products: 'Products',
  },
  title: 'Your products',
}
