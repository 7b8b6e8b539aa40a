import type { Words } from '../words'

export const shortlist: Words['shortlist'] = {
  title: 'رفّي',
  intro:
    'المنتجات والأجنحة التي تحفظونها دون حساب. هذا الرف في هذا المتصفح فقط، في ملف ارتباط واحد لا يُستخدم لغير ذلك.',
  empty: 'رفّكم فارغ',
  emptyText: 'اضغطوا «الحفظ في رفّي» عند منتج أو جناح لتجدوه هنا.',
  findProducts: 'البحث عن منتجات',
  products: 'المنتجات',
  booths: 'الأجنحة',
  keep: 'الحفظ في رفّي',
  keepShort: 'حفظ',
  kept: 'محفوظ في رفّي',
  keptShort: 'محفوظ',
  remove: 'إزالة',
  removeNamed: (name) => `إزالة \u2068${name}\u2069`,
  removed: (name) => `أُزيل \u2068${name}\u2069 من الرف.`,
  undo: 'تراجع',
  description: 'المنتجات والأجنحة التي تحفظونها في معرض OPOP Expo.',
}
