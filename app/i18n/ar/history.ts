import { formatNumber } from '../format'
import type { Words } from '../words'

const n = (count: number) => formatNumber(count, 'ar')

export const history: Words['history'] = {
  figures: 'أرقام البرنامج',
  year: 'السنة',
  pesantren: 'المعاهد',
  buyers: 'المشترون',
  potential: 'صفقات محتملة',
  realised: 'صفقات تمّت في يومها',
  notReported: 'غير منشور',
  sources: 'المصادر',
  chart: 'الصفقات المحتملة والصفقات التي تمّت بحسب السنة',
  chartNote: 'الصفقات المحتملة نية شراء سُجِّلت في الفعالية وليست مبيعات. ولا يُجمع الرقمان أبدًا.',
  billion: (amount) => `${n(amount)}\u00a0مليار روبية`,
  participants: (count) => `${n(count)} معهدًا`,
  participantsText: (year) => `شاركت في البرنامج منذ 2019 حتى ${year}`,
  regions: (count) => `${n(count)} منطقة`,
  regionsText: 'محافظات ومدن، لكل منها رواق',
  potentialText: (year) => `صفقات محتملة في لقاء الأعمال ${year}`,
  realisedText: (amount) => `تمّ منها في يومها ${amount}`,
  buyersCount: (count) => `${n(count)} شريكًا مشتريًا`,
  buyersText: (year) => `حضروا لقاء الأعمال ${year}`,
  winners: (count) => `${n(count)} فائزًا على مستوى المقاطعة`,
  judged: (count) => `من أصل ${n(count)} قُيِّموا`,
  shown: (shown, curated) => `عُرض ${n(shown)} من أصل ${n(curated)} اختيرت`,
  notes: {
    'two-hotels-bandung': 'في فندقين في باندونغ',
    'offtaker-brands': 'حضرت نحو 36 علامة تجارية بصفة جهات شراء، ووُقّعت مذكرات تفاهم',
    'virtual-and-hybrid': 'معرض افتراضي واجتماعات حضورية وعن بُعد',
    'buyers-in-whatsapp': 'اختارت الممثليات الإندونيسية في الخارج المنتجات، ووُصل المشترون عبر واتساب',
    'farming-and-food-lead': 'الزراعة والأغذية في المقدمة',
    'province-winners': 'نال كل فائز في المقاطعة 200 مليون روبية',
  },
  places: {
    turkey: 'تركيا',
    dubai: 'دبي: تصدير الجينكول والمانغوستين والأزياء والسارونغ',
    milan: 'ميلانو',
    'kuala-lumpur': 'معرض «مهاس» في كوالالمبور: مشترون من ثماني دول',
  },
}
