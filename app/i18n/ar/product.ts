import { formatNumber, pluralOf } from '../format'
import type { Words } from '../words'

const n = (value: number) => formatNumber(value, 'ar')

const NET_UNITS = { g: 'غرام', kg: 'كغ', ml: 'مل', l: 'لتر', m: 'متر', cm: 'سم' }

function pieces(count: number): string {
  if (count === 1) return 'قطعة واحدة'
  if (count === 2) return 'قطعتان'
  return `${n(count)} ${pluralOf(count, 'ar') === 'few' ? 'قطع' : 'قطعة'}`
}

export const product: Words['product'] = {
  from: (amount) => `ابتداءً من ${amount}`,
  noPrice: 'السعر غير مذكور. اسألوا المعهد عنه.',
  tiers: 'السعر بحسب الكمية',
  range: (from, to) => `${n(from)} إلى ${n(to)}`,
  openRange: (from) => `${n(from)} فأكثر`,
  minimum: (amount) => `الحد الأدنى ${amount}`,
  minimumThenBy: (amount, multiple) => `الحد الأدنى ${amount}، ثم بمضاعفات ${n(multiple)}`,
  oneCarton: '(كرتونة واحدة)',
  readyIn: (days) => `جاهز خلال ${days}.`,
  quantity: 'الكمية التي تحتاجون إليها',
  showPrice: 'عرض السعر',
  total: (amount) => `الإجمالي ${amount}`,
  totalNote: 'ثمن البضاعة فقط، دون الشحن.',
  problems: {
    'not-a-number': (next) => `اكتبوا عددًا صحيحًا، مثل ${n(next)}.`,
    'below-minimum': (next) => `هذه الكمية دون الحد الأدنى، وأقل كمية ${n(next)}.`,
    'not-a-multiple': (multiple) => `تزيد الطلبات بمضاعفات ${n(multiple)}.`,
    'too-many': (most) => `لأكثر من ${n(most)}، راسلوا المعهد.`,
  },
  choose: (quantity) => `اختيار ${n(quantity)}`,
  importFile: 'بيانات الاستيراد',
  minimumOrder: 'الحد الأدنى للطلب',
  multiples: (multiple) => `ثم بمضاعفات ${n(multiple)}`,
  netContent: 'المحتوى الصافي',
  net: (amount, unit) => (unit === 'piece' ? pieces(amount) : `${n(amount)} ${NET_UNITS[unit]}`),
  hsCode: 'رمز النظام المنسّق',
  monthlyCapacity: 'الطاقة الشهرية',
  freeOf: (free, total) => `المتاح ${free} من أصل ${total}`,
  leadTime: 'مدة التجهيز',
  madeToOrder: 'يُصنع عند الطلب',
  stock: 'المخزون',
  packing: 'التعبئة',
  perCarton: (amount) => `${amount} في الكرتونة`,
  kilograms: (kg) => `${n(kg)} كغ`,
  shelfLife: 'مدة الصلاحية',
  storage: 'التخزين',
  deliveryTerms: 'شروط التسليم',
  field: 'مجال العمل',
  certificates: 'الشهادات',
  noCertificates: 'غير مذكورة. اسألوا المعهد عنها.',
  certificateNumber: (number) => `الرقم \u2066${number}\u2069`,
  verifiedOn: (day) => `رُوجعت في ${day}`,
  validTo: (day) => `صالحة حتى ${day}`,
  whatVerified: 'اطّلعت الجهة المنظِّمة على الوثيقة.',
  whatDeclared: 'وفق ما يذكره المعهد.',
  whatApplied: 'الطلب قيد الإجراء.',
  others: 'منتجات أخرى على هذا الرف',
  toBooth: 'إلى الجناح',
  perMinimum: (amount) => `الحد الأدنى ${amount}`,
  description: (name, booth, price) =>
    `${name} من \u2068${booth}\u2069${price ? `، ${price}` : ''}. الحد الأدنى للطلب والطاقة الإنتاجية والشهادات، ومحادثة مباشرة مع المعهد.`,
}
