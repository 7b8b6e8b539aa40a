import type { studioProducts as source } from '../id/studio-products'
import type { Shape } from '../words'

export const studioProducts: Shape<typeof source> = {
  nav: {
    label: 'الاستوديو',
    meetings: 'الاجتماعات',
    openTimes: 'الأوقات المتاحة',
    products: 'المنتجات',
  },
  title: 'منتجاتكم',
}
