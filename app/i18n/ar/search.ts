import { formatNumber, pluralOf } from '../format'
import type { Words } from '../words'

const n = (count: number) => formatNumber(count, 'ar')

/** One, two, three to ten, eleven to ninety-nine, the rest. */
function counted(count: number, forms: readonly [string, string, string, string, string]): string {
  const [one, two, few, many, other] = forms
  if (count === 1) return one
  if (count === 2) return two
  const plural = pluralOf(count, 'ar')
  return `${n(count)} ${plural === 'few' ? few : plural === 'many' ? many : other}`
}

export const search: Words['search'] = {
  example: { coffee: 'قهوة', sarong: 'سارونغ', soap: 'صابون', vegetables: 'خضراوات', honey: 'عسل' },
  title: 'منتجات معاهد جاوة الغربية',
  titleFor: (text) => `«${text}» بين منتجات المعاهد`,
  description:
    'ابحثوا في منتجات معاهد جاوة الغربية: الأسعار بحسب الكمية، والحد الأدنى للطلب، والطاقة المتاحة، ومدة التجهيز، ثم تواصلوا مع المنتِج.',
  label: 'البحث عن منتج أو معهد أو منطقة',
  placeholder: 'منتج أو معهد أو منطقة',
  submit: 'بحث',
  searching: 'جارٍ البحث…',
  kinds: 'نوع البحث',
  kindProducts: 'المنتجات',
  kindBooths: 'الأجنحة',
  products: (count) => counted(count, ['منتج واحد', 'منتجان', 'منتجات', 'منتجًا', 'منتج']),
  booths: (count) => counted(count, ['جناح واحد', 'جناحان', 'أجنحة', 'جناحًا', 'جناح']),
  fromPesantren: (count) => `من ${counted(count, ['معهد واحد', 'معهدين', 'معاهد', 'معهدًا', 'معهد'])}`,
  range: (from, to, total) => `\u2066${n(from)}–${n(to)}\u2069 من ${n(total)}`,
  filters: 'عوامل التصفية',
  closeFilters: 'إغلاق عوامل التصفية',
  apply: 'تطبيق التصفية',
  clearAll: 'إزالة كل عوامل التصفية',
  active: 'عوامل التصفية المستخدمة',
  removeFilter: (label) => `إزالة عامل التصفية: ${label}`,
  more: (count) => `${n(count)} غيرها`,
  facets: {
    field: 'مجال العمل',
    region: 'المنطقة',
    price: 'سعر الوحدة',
    paper: 'الوثائق',
    export: 'التصدير',
  },
  hasExported: 'سبق له التصدير',
  priceUpTo: (to) => `حتى ${to}`,
  priceAbove: (from) => `أكثر من ${from}`,
  sort: 'الترتيب',
  sorts: {
    relevance: 'الأنسب',
    'price-asc': 'الأقل سعرًا',
    'price-desc': 'الأعلى سعرًا',
    'capacity-desc': 'أكبر طاقة متاحة',
    newest: 'الأحدث',
  },
  columns: {
    product: 'المنتج والمعهد',
    price: 'السعر',
    minimum: 'الحد الأدنى',
    free: 'المتاح شهريًا',
    lead: 'مدة التجهيز',
  },
  minimumShort: (amount) => `الحد الأدنى ${amount}`,
  freeShort: (amount) => `المتاح ${amount}`,
  leadShort: (days) => `التجهيز ${days}`,
  ofTotal: (amount) => `من أصل ${amount}`,
  keep: (name) => `حفظ ${name} في رفّي`,
  kept: (name) => `إزالة ${name} من رفّي`,
  emptyTitle: 'لا توجد نتائج مطابقة',
  emptyTitleFor: (text) => `لا توجد نتائج مطابقة لـ«${text}»`,
  emptyWithFilters: 'قد تكون عوامل التصفية المستخدمة ضيقة. أزيلوا واحدًا منها أو أزيلوها كلها:',
  nothingYet: 'لا توجد منتجات بعد',
  nothingYetText: 'ستظهر هنا فور أن تعرضها المعاهد.',
  emptySpelling: 'تحققوا من الإملاء، أو استخدموا كلمة أقصر، أو جرّبوا الكلمة بلغة أخرى.',
  tryThese: 'جرّبوا إحدى هذه الكلمات',
  toHall: 'التجوّل في القاعة',
}
