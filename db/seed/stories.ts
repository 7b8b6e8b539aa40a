import type { BusinessField } from '~/domain/shared/enums'
import type { LocalizedText } from '~/domain/shared/locale'
import type { Three } from './catalogue/archetype'
import type { Chance } from './chance'

type Verb = 'make' | 'grow' | 'offer' | 'sell'

/** Raw goods of field, pond and stall are chapters 1 to 14 of the Harmonised System; the rest is made. */
function verbOf({ field, hs }: StoryFacts): Verb {
  if (field === 'jasa') return 'offer'
  if (field === 'perdagangan') return 'sell'
  return hs !== null && Number(hs.slice(0, 2)) < 15 && RAW_FIELDS.includes(field) ? 'grow' : 'make'
}
const RAW_FIELDS: readonly BusinessField[] = ['pertanian', 'perikanan', 'peternakan']

/** {g} goods, {d} district, {r} regency, {y} a year. */
const OPENINGS: Record<Verb, readonly Three[]> = {
  make: [
    [
      'Unit usaha pesantren ini membuat {g} di {d}, {r}, sejak {y}.',
      'The business unit of this pesantren has made {g} in {d}, {r}, since {y}.',
      'تنتج وحدة الأعمال في هذا المعهد {g} في {r} منذ عام {y}.',
    ],
    [
      'Kami membuat {g} di bengkel pesantren di {d}, {r}.',
      'We make {g} in the pesantren’s own workshop in {d}, {r}.',
      'ننتج {g} في مشغل المعهد في {r}.',
    ],
    [
      'Dari {d}, {r}: {g} buatan koperasi pesantren, mulai {y}.',
      'From {d}, {r}: {g} made by the pesantren’s cooperative, begun in {y}.',
      'من {r}: {g} من إنتاج تعاونية المعهد التي بدأت عام {y}.',
    ],
  ],
  grow: [
    [
      'Pesantren ini menghasilkan {g} di lahan sendiri di {d}, {r}.',
      'This pesantren produces {g} on its own land in {d}, {r}.',
      'ينتج هذا المعهد {g} في أرضه في {r}.',
    ],
    [
      'Sejak {y} kami menghasilkan {g} bersama warga {d}, {r}.',
      'Since {y} we have produced {g} together with the people of {d}, {r}.',
      'ننتج {g} منذ عام {y} مع أهالي {r}.',
    ],
    [
      'Koperasi pesantren di {d}, {r}, mengelola usaha {g}.',
      'The pesantren’s cooperative in {d}, {r}, runs its trade in {g}.',
      'تدير تعاونية المعهد في {r} مشروع {g}.',
    ],
  ],
  offer: [
    [
      'Unit jasa pesantren di {d}, {r}, menyediakan {g}.',
      'The pesantren’s service unit in {d}, {r}, offers {g}.',
      'تقدم وحدة الخدمات في المعهد {g} في {r}.',
    ],
    [
      'Sejak {y} kami menyediakan {g} untuk sekolah dan kantor di {r}.',
      'Since {y} we have offered {g} to schools and offices in {r}.',
      'نقدم {g} للمدارس والمكاتب في {r} منذ عام {y}.',
    ],
  ],
  sell: [
    [
      'Koperasi pesantren di {d}, {r}, menyediakan {g} secara grosir.',
      'The pesantren’s cooperative in {d}, {r}, supplies {g} wholesale.',
      'توفر تعاونية المعهد في {r} {g} بالجملة.',
    ],
    [
      'Sejak {y} kami menyalurkan {g} ke toko dan lembaga di {r}.',
      'Since {y} we have supplied {g} to shops and institutions in {r}.',
      'نورد {g} إلى المتاجر والمؤسسات في {r} منذ عام {y}.',
    ],
  ],
}

/** {n} 11 to 39, so that one Arabic form is right for all of them. */
const PEOPLE: readonly Three[] = [
  [
    '{n} santri bekerja bergantian sepulang sekolah, dibimbing pengurus koperasi.',
    '{n} students work in turns after lessons, guided by the cooperative’s staff.',
    'يعمل {n} طالباً بالتناوب بعد الدروس بإشراف إدارة التعاونية.',
  ],
  [
    'Santri belajar seluruh proses, dari bahan sampai pembukuan.',
    'Students learn the whole trade, from materials to bookkeeping.',
    'يتعلم الطلاب العمل كله، من المواد الخام إلى المحاسبة.',
  ],
  [
    'Alumni memimpin produksi, santri magang selama satu semester.',
    'Alumni lead production; students serve a term as apprentices.',
    'يقود الخريجون الإنتاج، ويتدرب الطلاب فصلاً دراسياً.',
  ],
  [
    '{n} warga sekitar ikut bekerja dan memasok bahan baku.',
    '{n} neighbours work with us and supply raw materials.',
    'يعمل معنا {n} شخصاً من الجوار ويوفرون المواد الخام.',
  ],
  [
    'Keuntungannya membiayai beasiswa santri.',
    'The profit pays for scholarships.',
    'تموّل الأرباح منحاً دراسية للطلاب.',
  ],
  [
    'Bahan baku datang dari petani dan perajin di kecamatan yang sama.',
    'Materials come from farmers and makers of the same district.',
    'تأتي المواد الخام من مزارعي المنطقة وحرفييها.',
  ],
  [
    'Setiap kelompok produksi dicatat, sehingga mudah dilacak.',
    'Every batch is recorded, so that it can be traced.',
    'تُسجل كل دفعة إنتاج ليسهل تتبعها.',
  ],
]

const TRADE: readonly Three[] = [
  [
    'Kami menerima pesanan dengan merek Anda.',
    'We also pack under your own brand.',
    'نقبل الطلبات بعلامتكم التجارية.',
  ],
  [
    'Sampel dapat dikirim dalam tiga hari.',
    'Samples can be sent within three days.',
    'يمكن إرسال العيّنات خلال ثلاثة أيام.',
  ],
  [
    'Pelanggan tetap kami adalah toko, hotel, dan koperasi.',
    'Our regular customers are shops, hotels and cooperatives.',
    'زبائننا الدائمون من المتاجر والفنادق والتعاونيات.',
  ],
  [
    'Kami mencari pembeli rutin bulanan.',
    'We are looking for buyers with a regular monthly order.',
    'نبحث عن مشترين بطلبات شهرية منتظمة.',
  ],
  [
    'Kunjungan ke tempat produksi kami sambut dengan janji lebih dahulu.',
    'Visits to the workshop are welcome by appointment.',
    'نرحب بزيارة موقع الإنتاج بموعد مسبق.',
  ],
  [
    'Pengiriman ke Jabodetabek berangkat dua kali seminggu.',
    'Deliveries to Greater Jakarta leave twice a week.',
    'تنطلق الشحنات إلى جاكرتا الكبرى مرتين في الأسبوع.',
  ],
]

const EXPORTS: readonly Three[] = [
  ['Kami pernah mengirim ke Malaysia.', 'We have shipped to Malaysia.', 'سبق أن شحنّا إلى ماليزيا.'],
  [
    'Kami pernah mengirim ke Arab Saudi melalui mitra.',
    'We have shipped to Saudi Arabia through a partner.',
    'سبق أن شحنّا إلى السعودية عبر شريك.',
  ],
  [
    'Kami pernah mengirim ke Jepang dalam jumlah kecil.',
    'We have shipped small lots to Japan.',
    'سبق أن شحنّا كميات صغيرة إلى اليابان.',
  ],
  [
    'Kami pernah mengirim ke Turki untuk pameran dan pesanan lanjutan.',
    'We have shipped to Türkiye, for a fair and for repeat orders.',
    'سبق أن شحنّا إلى تركيا لمعرض ثم لطلبات لاحقة.',
  ],
]

export interface StoryFacts {
  field: BusinessField
  hs: string | null
  goods: Three
  district: string
  /** 'Kabupaten Garut', 'Garut Regency' and its Arabic name. */
  regency: Three
  hasExported: boolean
}

/** Two or three plain sentences about an invented pesantren. */
export function tellStory(facts: StoryFacts, chance: Chance): LocalizedText {
  const parts = [chance.pick(OPENINGS[verbOf(facts)]), chance.pick(PEOPLE)]
  if (facts.hasExported) parts.push(chance.pick(EXPORTS))
  else if (chance.is(0.7)) parts.push(chance.pick(TRADE))
  const words = { y: String(chance.between(2009, 2023)), n: String(chance.between(11, 39)) }
  const tell = (language: 0 | 1 | 2) =>
    parts
      .map((part) =>
        part[language].replace(/\{(\w)\}/g, (_, key: string) => {
          if (key === 'g') return facts.goods[language]
          if (key === 'd') return facts.district
          if (key === 'r') return facts.regency[language]
          return key === 'y' ? words.y : words.n
        }),
      )
      .join(' ')
  return { id: tell(0), en: tell(1), ar: tell(2) }
}
