import type { Shape } from '../words'

export const closeUp: Shape<typeof import('../id/close-up').closeUp> = {
  goods: 'منتجات هذا الجناح',
  openGood: 'فتح المنتج',
  loading: 'جارٍ تحميل منتجات هذا الجناح…',
  failed: 'تعذّر تحميل منتجات هذا الجناح. تحققوا من اتصالكم ثم أعيدوا المحاولة؛ وقد تُفتح صفحته مع ذلك.',
  none: 'لا شيء على رفّ هذا الجناح بعد.',
  all: 'كل المنتجات',
}
