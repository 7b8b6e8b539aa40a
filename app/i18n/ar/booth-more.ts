import type { PageWords } from '../page-words.server'

export const boothMore: PageWords['boothMore'] = {
  address: 'العنوان',
  hours: 'ساعات العمل',
  zone: 'بتوقيت غرب إندونيسيا',
  daysFromTo: 'من {from} إلى {to}',
  days: { 1: 'الاثنين', 2: 'الثلاثاء', 3: 'الأربعاء', 4: 'الخميس', 5: 'الجمعة', 6: 'السبت', 7: 'الأحد' },
  video: 'فيديو',
  watch: 'المشاهدة على {host}',
}
