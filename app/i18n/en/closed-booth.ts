import type { Shape } from '../words'

export const closedBooth: Shape<typeof import('../id/closed-booth').closedBooth> = {
  closed: '{booth} has closed its booth.',
  likeBooths: 'Booths with similar goods: {field}',
  likeGoods: 'Similar goods: {field}',
  elsewhere: 'Find other products',
  before: 'In front of {booth}, {place}. This booth has closed.',
}
