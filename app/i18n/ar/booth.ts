import { formatNumber, pluralOf } from '../format'
import type { Words } from '../words'

const AWARDS: Record<string, string> = {
  'Juara provinsi': 'الفائز على مستوى المقاطعة',
  'Juara I scale-up kab/kota': 'المركز الأول في محافظته أو مدينته، فئة التوسّع',
  'Juara II scale-up kab/kota': 'المركز الثاني في محافظته أو مدينته، فئة التوسّع',
  'Juara III scale-up kab/kota': 'المركز الثالث في محافظته أو مدينته، فئة التوسّع',
  'Juara start-up kab/kota': 'الفائز في محافظته أو مدينته، فئة المشاريع الناشئة',
  'Juara kecamatan start-up': 'الفائز في ناحيته، فئة المشاريع الناشئة',
  'Delegasi Turki': 'عضو الوفد إلى تركيا',
  'Delegasi Turki; mentor': 'عضو الوفد إلى تركيا وموجِّه',
  Peserta: 'مشارك',
}

const LETTERS = 'أبجدهوزحطيكلمنسعفصقرشت'

function productCount(count: number): string {
  if (count === 1) return 'منتج واحد'
  if (count === 2) return 'منتجان'
  const form = pluralOf(count, 'ar')
  const word = form === 'few' ? 'منتجات' : form === 'many' ? 'منتجًا' : 'منتج'
  return `${formatNumber(count, 'ar')} ${word}`
}

export const booth: Words['booth'] = {
  pavilion: (number) => `الرواق ${formatNumber(number, 'ar')}`,
  aisle: (index) => `الممر ${LETTERS[index] ?? index + 1}`,
  sample: 'معهد نموذجي',
  shelf: 'على رفّنا',
  productCount,
  emptyShelf: 'لا منتجات على هذا الرف بعد',
  emptyShelfText: 'لم يعرض هذا المعهد منتجاته بعد. يمكنكم مراسلته، أو البحث عن منتجات مشابهة.',
  findProducts: 'البحث عن منتجات',
  about: 'عن المعهد',
  sampleText: 'نص نموذجي.',
  writtenIn: (language) => `كُتب باللغة ${language}.`,
  record: 'سجلّه في البرنامج',
  award: (reported) => AWARDS[reported] ?? reported,
  source: (label) => `المصدر: \u2068${label}\u2069`,
  facts: 'حقائق',
  field: 'مجال العمل',
  region: 'المنطقة',
  reportedProducts: 'المنتجات كما ورد في الأخبار',
  capacity: 'الطاقة الإنتاجية',
  capacityOnProducts: 'مذكورة عند كل منتج',
  languages: 'اللغات',
  exported: 'التصدير',
  hasExported: 'سبق له التصدير',
  hasNotExported: 'ليس بعد',
  sources: 'المصادر',
  meet: 'طلب اجتماع',
  visit: 'زيارته في القاعة',
  otherBooths: 'أجنحة أخرى في هذا الممر',
  previous: 'الجناح السابق',
  next: 'الجناح التالي',
  closedTitle: 'هذا الجناح مغلق',
  closedText: (name) =>
    `لم يعد لدى \u2068${name}\u2069 جناح مفتوح في القاعة. مكانه محفوظ، والأجنحة الأخرى مفتوحة.`,
  toHall: 'إلى القاعة',
  description: (name, place) =>
    `جناح \u2068${name}\u2069${place ? `، ${place}` : ''}، في معرض OPOP Expo: المنتجات والطاقة الإنتاجية والشهادات، ومحادثة مباشرة مع المعهد.`,
}
