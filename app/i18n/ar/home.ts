import { formatNumber, pluralOf } from '../format'
import type { Words } from '../words'

const n = (count: number) => formatNumber(count, 'ar')

function booths(count: number): string {
  if (count === 1) return 'جناح واحد'
  if (count === 2) return 'جناحان'
  const plural = pluralOf(count, 'ar')
  return `${n(count)} ${plural === 'few' ? 'أجنحة' : plural === 'many' ? 'جناحًا' : 'جناح'}`
}

export const home: Words['home'] = {
  metaTitle: 'OPOP Expo: من صنع معاهد جاوة الغربية، جاهز للطلب',
  metaDescription:
    'المعرض الإلكتروني لمعاهد جاوة الغربية. اطّلعوا على أسعار الجملة والحد الأدنى للطلب والطاقة الإنتاجية، وتجوّلوا في القاعة ثلاثية الأبعاد، ثم تواصلوا مع المنتِج عبر واتساب.',
  title: 'من صنع معاهد جاوة الغربية، جاهز لطلبكم.',
  lead: 'بنّ وأزُر وخبز وصابون وخضراوات وعسل. اطّلعوا على الطاقة الإنتاجية وأسعار الجملة، ثم تواصلوا مباشرة مع المعهد الإسلامي المنتِج عبر واتساب.',
  forWhom: 'للمتاجر والمورّدين والفنادق والمصدّرين. دون الحاجة إلى حساب.',
  examples: 'أمثلة للبحث',
  example: { coffee: 'قهوة', sarong: 'سارونغ', soap: 'صابون', vegetables: 'خضراوات', honey: 'عسل' },
  hallTitle: 'القاعة ثلاثية الأبعاد',
  hallText: (count, pavilions) => `${booths(count)} في ${n(pavilions)} من أروقة المناطق، مفتوحة في كل وقت`,
  hallClosed: 'لم تُفتح القاعة بعد.',
  walkIn: 'دخول القاعة',
  hallPicture: 'ممر في القاعة عند الغروب: صف من الأجنحة بلافتات مكتوبة بخطّين تحت ضوء المصابيح.',
  shelf: 'على الرف هذا الأسبوع',
  allProducts: 'كل المنتجات',
  minimum: (amount) => `الحد الأدنى ${amount}`,
  matchingTitle: 'لقاءات الأعمال: كبار المشترين يلتقون المنتجين.',
  matchingText: 'في كل عام يجلس المشترون مع المعاهد التي اجتازت الاختيار.',
  matchingToday: 'هنا تكتبون احتياجكم مرة واحدة، وترون من يستطيع توريده، وتختارون موعد الاجتماع.',
  matchingMore: 'التعريف بلقاءات الأعمال',
  matchingNeed: 'تسجيل احتياج',
  matchingYears: 'القيم المسجَّلة في لقاءات الأعمال',
  directory: 'دليل الأروقة',
  openMap: 'فتح المخطط',
  boothCount: booths,
}
