import type { PageWords } from '../page-words.server'

export const organiser: PageWords['organiser'] = {
  nav: {
    label: 'صفحات الجهة المنظِّمة',
    verification: 'التحقق',
    duplicates: 'السجلات المكررة',
    messages: 'الرسائل',
  },
}
