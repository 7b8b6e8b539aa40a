import type { Words } from '../words'

export const common: Words['common'] = {
  tagline: 'معرض منتجات معاهد جاوة الغربية',
  skipToContent: 'الانتقال إلى المحتوى',
  mainNavigation: 'القائمة الرئيسية',
  footerNavigation: 'قائمة التذييل',
  language: 'اللغة',
  menu: 'القائمة',
  nav: {
    home: 'الرئيسية',
    hall: 'القاعة',
    products: 'المنتجات',
    matching: 'لقاءات الأعمال',
    about: 'عن البرنامج',
    shortlist: 'رفّي',
    signIn: 'تسجيل الدخول',
  },
  footer:
    '، المعرض الإلكتروني لبرنامج «معهد واحد، منتج واحد» التابع لدائرة التعاونيات والمشاريع الصغيرة في مقاطعة جاوة الغربية. تستخدم هذه الدورة بيانات نموذجية، والمعاهد النموذجية مميَّزة دائمًا.',
  sampleData: 'بيانات نموذجية',
  notStated: 'غير مذكور',
  verified: 'تم التحقق',
  declared: 'بإفادة المعهد',
  applied: 'قيد الطلب',
  drawings: 'رسوم توضيحية، والصور تأتي من المعهد.',
  previousPage: 'السابق',
  nextPage: 'التالي',
  pages: 'الصفحات',
  page: (page, pages) => `صفحة ${page} من ${pages}`,
  comma: '، ',
}
