import type { TradeUnit } from '~/domain/shared/enums'
import { formatNumber, pluralOf } from '../format'
import type { Words } from '../words'

/** One, two, three to ten, eleven to ninety-nine. Hundreds take the first form. */
type Forms = readonly [one: string, two: string, few: string, many: string]

const UNITS: Record<TradeUnit, Forms> = {
  kg: ['كغ', 'كغ', 'كغ', 'كغ'],
  litre: ['لتر', 'لتران', 'لترات', 'لترًا'],
  piece: ['قطعة', 'قطعتان', 'قطع', 'قطعة'],
  pack: ['عبوة', 'عبوتان', 'عبوات', 'عبوة'],
  jar: ['برطمان', 'برطمانان', 'برطمانات', 'برطمانًا'],
  bottle: ['قارورة', 'قارورتان', 'قوارير', 'قارورة'],
  box: ['علبة', 'علبتان', 'علب', 'علبة'],
  tin: ['علبة معدنية', 'علبتان معدنيتان', 'علب معدنية', 'علبة معدنية'],
  bar: ['لوح', 'لوحان', 'ألواح', 'لوحًا'],
  loaf: ['رغيف', 'رغيفان', 'أرغفة', 'رغيفًا'],
  sheet: ['قطعة قماش', 'قطعتا قماش', 'قطع قماش', 'قطعة قماش'],
  tray: ['طبق', 'طبقان', 'أطباق', 'طبقًا'],
  set: ['طقم', 'طقمان', 'أطقم', 'طقمًا'],
  pair: ['زوج', 'زوجان', 'أزواج', 'زوجًا'],
  hour: ['ساعة', 'ساعتان', 'ساعات', 'ساعة'],
}

const DAY: Forms = ['يوم', 'يومان', 'أيام', 'يومًا']

const PLACES: Record<string, string> = {
  '3201': 'بوغور',
  '3202': 'سوكابومي',
  '3203': 'تشيانجور',
  '3204': 'باندونغ',
  '3205': 'غاروت',
  '3206': 'تاسيكمالايا',
  '3207': 'تشياميس',
  '3208': 'كونينغان',
  '3209': 'تشيربون',
  '3210': 'ماجالينغكا',
  '3211': 'سوميدانغ',
  '3212': 'إندرامايو',
  '3213': 'سوبانغ',
  '3214': 'بورواكارتا',
  '3215': 'كاراوانغ',
  '3216': 'بيكاسي',
  '3217': 'باندونغ الغربية',
  '3218': 'بانغانداران',
  '3271': 'بوغور',
  '3272': 'سوكابومي',
  '3273': 'باندونغ',
  '3274': 'تشيربون',
  '3275': 'بيكاسي',
  '3276': 'ديبوك',
  '3277': 'تشيماهي',
  '3278': 'تاسيكمالايا',
  '3279': 'بانجار',
}

function counted(count: number, [one, two, few, many]: Forms): string {
  // Where the noun has no plural of its own (كغ) the figure always stands.
  if (one === two) return `${formatNumber(count, 'ar')}\u00a0${one}`
  if (count === 1) return one
  if (count === 2) return two
  const plural = pluralOf(count, 'ar')
  const form = plural === 'few' ? few : plural === 'many' ? many : one
  return `${formatNumber(count, 'ar')}\u00a0${form}`
}

const LANGUAGES: Record<string, string> = {
  id: 'الإندونيسية',
  en: 'الإنجليزية',
  ar: 'العربية',
  su: 'السوندانية',
  jv: 'الجاوية',
  ms: 'الملايوية',
  zh: 'الصينية',
  ja: 'اليابانية',
}

const MONTH: Forms = ['شهر', 'شهران', 'أشهر', 'شهرًا']

export const trade: Words['trade'] = {
  fields: {
    'konfeksi-fashion': 'الملابس والأزياء',
    'makanan-olahan-nabati': 'أغذية نباتية مصنَّعة',
    'makanan-olahan-hewani': 'أغذية حيوانية مصنَّعة',
    minuman: 'المشروبات',
    perikanan: 'الأسماك',
    peternakan: 'تربية المواشي',
    pertanian: 'الزراعة',
    kerajinan: 'الحرف اليدوية',
    jasa: 'الخدمات',
    perdagangan: 'التجارة',
    elektronik: 'الإلكترونيات',
  },
  certifications: {
    'halal-verified': 'حلال مُتحقَّق منه',
    halal: 'حلال',
    'pirt-bpom': 'ترخيص P-IRT أو BPOM',
    nib: 'رقم النشاط التجاري NIB',
    sni: 'المواصفة الوطنية SNI',
  },
  regency: (code, name) => `${code.slice(2) >= '71' ? 'مدينة' : 'محافظة'} ${PLACES[code] ?? name}`,
  amount: (count, unit) => counted(count, UNITS[unit]),
  perUnit: (unit) => `لكل\u00a0${UNITS[unit][0]}`,
  perMonth: (amount) => `${amount} شهريًا`,
  days: (count) => counted(count, DAY),
  papers: {
    halal: 'شهادة الحلال',
    pirt: 'ترخيص الأغذية المنزلية (P-IRT)',
    bpom: 'ترخيص هيئة الغذاء والدواء (BPOM)',
    nib: 'رقم النشاط التجاري (NIB)',
    sni: 'المواصفة الوطنية (SNI)',
    gs1: 'الرمز الشريطي (GS1)',
    lab: 'تحليل مخبري',
  },
  shortPapers: {
    halal: 'حلال',
    pirt: 'P-IRT',
    bpom: 'BPOM',
    nib: 'NIB',
    sni: 'SNI',
    gs1: 'GS1',
    lab: 'تحليل مخبري',
  },
  // The names of districts are in Latin letters only; isolated, so that they keep their direction.
  district: (name) => `ناحية \u2068${name}\u2069`,
  unit: (unit) => UNITS[unit][0],
  months: (count) => counted(count, MONTH),
  language: (code) => LANGUAGES[code] ?? code,
}
