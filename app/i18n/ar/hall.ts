import { formatNumber, pluralOf } from '../format'
import type { Words } from '../words'

/** One, two, three to ten, eleven to ninety-nine; hundreds take the first form. */
function counted(count: number, [one, two, few, many]: readonly [string, string, string, string]): string {
  if (count === 1) return one
  if (count === 2) return two
  const plural = pluralOf(count, 'ar')
  const form = plural === 'few' ? few : plural === 'many' ? many : one
  return `${formatNumber(count, 'ar')}\u00a0${form}`
}

const BOOTHS = ['جناح', 'جناحان', 'أجنحة', 'جناحًا'] as const
const PAVILIONS = ['رواق', 'رواقان', 'أروقة', 'رواقًا'] as const

export const hall: Words['hall'] = {
  title: 'قاعة المعرض',
  description: (booths, pavilions) =>
    `${counted(booths, BOOTHS)} لمعاهد جاوة الغربية في ${counted(pavilions, PAVILIONS)}. تجوّلوا في القاعة ثلاثية الأبعاد، أو اختاروا من القائمة والمخطط.`,
  find: 'البحث في القاعة',
  findHint: 'منتج أو معهد أو منطقة',
  findSubmit: 'بحث',
  viewSwitch: 'محتوى القائمة',
  nearYou: 'بالقرب منكم',
  allBooths: 'كل الأجنحة',
  tours: 'جولات موجّهة',
  map: 'المخطط',
  nearHint: 'بحسب ترتيب رؤيتكم لها، وتتغيّر عند توقّفكم.',
  nearEmpty: 'لا توجد أجنحة قريبة. سيروا إلى أحد الأروقة أو اختاروه على المخطط.',
  metres: (count) => `${formatNumber(count, 'ar')}\u00a0م`,
  booths: (count) => counted(count, BOOTHS),
  pavilion: (number, place) => `الرواق ${number}، ${place}`,
  allPavilions: 'كل الأروقة',
  choosePavilion: 'اختيار رواق',
  award: 'جائزة',
  emptyTitle: 'لا توجد أجنحة في هذا الرواق بعد',
  emptyText: 'لم ينضم أي معهد من هذه المنطقة إلى هذه الدورة حتى الآن.',
  noEditionTitle: 'القاعة لم تُفتح بعد',
  noEditionText: 'لم تُفتح أي دورة من المعرض بعد.',
  stage: 'القاعة ثلاثية الأبعاد',
  canvas: 'القاعة ثلاثية الأبعاد. سيروا بمفاتيح الأسهم أو استخدموا القائمة المجاورة.',
  walkIn: 'الدخول إلى القاعة',
  walkInNote: 'ثلاثية الأبعاد، نحو 0.3 ميغابايت',
  opening: 'يجري إعداد القاعة…',
  noScript: 'تحتاج القاعة ثلاثية الأبعاد إلى JavaScript. القائمة والمخطط هنا كاملان من دونه.',
  saveData: 'وضع توفير البيانات مفعّل لديكم، لذلك لم تُحمَّل القاعة ثلاثية الأبعاد.',
  loadAnyway: 'تحميلها على أي حال',
  trouble: {
    'no-webgl': 'لا يستطيع هذا المتصفح رسم القاعة ثلاثية الأبعاد (WebGL2). في القائمة والمخطط الأجنحة نفسها.',
    'context-lost': 'انقطعت صورة القاعة لنفاد ذاكرة الرسوم في الجهاز. القائمة والمخطط ما زالا يعملان.',
    'not-loaded': 'تعذّر تحميل القاعة ثلاثية الأبعاد. القائمة والمخطط ما زالا يعملان.',
  },
  again: 'إعادة المحاولة',
  mapTitle: 'مخطط القاعة',
  mapHint: (pavilions) => `${counted(pavilions, PAVILIONS)}. انقروا للانتقال إليها.`,
  you: 'أنتم',
  chosen: 'الجناح المختار',
  openBooth: 'فتح الجناح',
  closeCard: 'إغلاق',
}
