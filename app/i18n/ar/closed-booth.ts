import type { Shape } from '../words'

export const closedBooth: Shape<typeof import('../id/closed-booth').closedBooth> = {
  closed: 'أغلق {booth} جناحه.',
  likeBooths: 'أجنحة بمنتجات مشابهة: {field}',
  likeGoods: 'منتجات مشابهة: {field}',
  elsewhere: 'البحث عن منتجات أخرى',
  before: 'أمام {booth}، {place}. هذا الجناح مغلق.',
}
