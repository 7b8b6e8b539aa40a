import type { BusinessField } from '~/domain/shared/enums'
import type { LocalizedText } from '~/domain/shared/locale'
import type { Three } from './catalogue/archetype'
import type { Chance } from './chance'

type Verb = 'make' | 'grow' | 'offer' | 'sell'

/**
 * Raw goods of field, pond and stall are chapters 1 to 14 of the Harmonised System; the rest is made, and so
 * is dried fish. Honey nobody makes but the bees.
 */
function verbOf({ field, hs }: StoryFacts): Verb {
  if (field === 'jasa') return 'offer'
  if (field === 'perdagangan') return 'sell'
  if (hs === null || hs.startsWith('0305')) return 'make'
  return hs === HONEY || (Number(hs.slice(0, 2)) < 15 && RAW_FIELDS.includes(field)) ? 'grow' : 'make'
}
const HONEY = '040900'
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
      'Kami membuat {g} di rumah produksi pesantren di {d}, {r}.',
      'We make {g} on the pesantren’s own premises in {d}, {r}.',
      'ننتج {g} في وحدة الإنتاج التابعة للمعهد في {r}.',
    ],
    [
      'Dari {d}, {r}: {g} buatan koperasi pesantren sejak {y}.',
      'From {d}, {r}: {g} made by the pesantren’s cooperative since {y}.',
      'من {r}: {g} من إنتاج تعاونية المعهد منذ عام {y}.',
    ],
  ],
  grow: [
    [
      'Pesantren ini menghasilkan {g} di {d}, {r}, sejak {y}.',
      'This pesantren has produced {g} in {d}, {r}, since {y}.',
      'ينتج هذا المعهد {g} في {r} منذ عام {y}.',
    ],
    [
      'Sejak {y} kami menghasilkan {g} bersama warga {d}, {r}.',
      'Since {y} we have produced {g} together with the people of {d}, {r}.',
      'ننتج {g} منذ عام {y} بالتعاون مع أهالي {r}.',
    ],
    [
      'Koperasi pesantren di {d}, {r}, mengelola usaha {g}.',
      'The pesantren’s cooperative in {d}, {r}, runs a business in {g}.',
      'تعمل تعاونية المعهد في {r} في مجال {g}.',
    ],
  ],
  offer: [
    [
      'Unit jasa pesantren di {d}, {r}, menyediakan {g}.',
      'The pesantren’s service unit in {d}, {r}, offers {g}.',
      'تقدّم وحدة الخدمات في المعهد {g} في {r}.',
    ],
    [
      'Sejak {y} kami menyediakan {g} untuk sekolah dan kantor di {r}.',
      'Since {y} we have offered {g} to schools and offices in {r}.',
      'نقدّم {g} للمدارس والمكاتب في {r} منذ عام {y}.',
    ],
  ],
  sell: [
    [
      'Koperasi pesantren di {d}, {r}, menyediakan {g} secara grosir.',
      'The pesantren’s cooperative in {d}, {r}, supplies {g} wholesale.',
      'توفّر تعاونية المعهد {g} بالجملة في {r}.',
    ],
    [
      'Sejak {y} kami menyalurkan {g} ke toko dan lembaga di {r}.',
      'Since {y} we have supplied {g} to shops and institutions in {r}.',
      'نورّد {g} إلى المتاجر والمؤسسات في {r} منذ عام {y}.',
    ],
  ],
}

/** {n} 11 to 39, so that one Arabic form is right for all of them. */
const PEOPLE: readonly Three[] = [
  [
    '{n} santri bekerja bergantian sepulang sekolah, dibimbing pengurus koperasi.',
    '{n} students work in turns after lessons, guided by the cooperative’s staff.',
    'يعمل {n} طالبًا بالتناوب بعد الدروس بإشراف إدارة التعاونية.',
  ],
  [
    'Keuntungannya membiayai beasiswa santri.',
    'The profit pays for scholarships.',
    'تموّل الأرباح منحًا دراسية للطلاب.',
  ],
  [
    'Alumni memimpin usaha ini, santri magang selama satu semester.',
    'Alumni lead the business; students serve a term as apprentices.',
    'يقود الخريجون العمل، ويتدرب الطلاب فصلًا دراسيًّا.',
  ],
]

/** More about the people, where something is made or grown. */
const PRODUCERS: readonly Three[] = [
  [
    'Santri belajar seluruh proses, dari bahan sampai pembukuan.',
    'Students learn the whole trade, from materials to bookkeeping.',
    'يتعلم الطلاب مراحل العمل كلها، من المواد الخام إلى المحاسبة.',
  ],
  [
    '{n} warga sekitar ikut bekerja bersama kami.',
    '{n} neighbours work with us.',
    'يعمل معنا {n} شخصًا من أهل الجوار.',
  ],
  [
    'Setiap kelompok produksi dicatat, sehingga mudah dilacak.',
    'Every batch is recorded, so that it can be traced.',
    'تُسجّل كل دفعة إنتاج ليسهل تتبعها.',
  ],
]

const MATERIALS: Three = [
  'Bahan baku datang dari petani dan perajin di kecamatan yang sama.',
  'Materials come from farmers and makers of the same district.',
  'تأتي المواد الخام من مزارعي الناحية وحرفييها.',
]

const REGULAR_BUYERS: Three = [
  'Kami mencari pembeli rutin bulanan.',
  'We are looking for buyers with a regular monthly order.',
  'نبحث عن مشترين بطلبات شهرية منتظمة.',
]
const VISITS: Three = [
  'Kunjungan ke tempat produksi kami sambut dengan janji lebih dahulu.',
  'Visits to the place of production are welcome by appointment.',
  'نرحّب بزيارة موقع الإنتاج بموعد مسبق.',
]
const CUSTOMERS: Three = [
  'Pelanggan tetap kami adalah toko, hotel, dan koperasi.',
  'Our regular customers are shops, hotels and cooperatives.',
  'زبائننا الدائمون من المتاجر والفنادق والتعاونيات.',
]
const DELIVERIES: Three = [
  'Pengiriman ke Jabodetabek berangkat dua kali seminggu.',
  'Deliveries to Greater Jakarta leave twice a week.',
  'تنطلق الشحنات إلى جاكرتا الكبرى مرتين في الأسبوع.',
]

/** What a buyer would ask next: an own brand and samples only of what is made, deliveries not of services. */
const TRADE: Record<Verb, readonly Three[]> = {
  make: [
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
    CUSTOMERS,
    REGULAR_BUYERS,
    VISITS,
    DELIVERIES,
  ],
  grow: [REGULAR_BUYERS, VISITS, DELIVERIES],
  sell: [CUSTOMERS, REGULAR_BUYERS, DELIVERIES],
  offer: [
    [
      'Pelanggan tetap kami adalah sekolah, kantor, dan koperasi.',
      'Our regular customers are schools, offices and cooperatives.',
      'زبائننا الدائمون من المدارس والمكاتب والتعاونيات.',
    ],
    [
      'Penawaran harga kami kirim dalam dua hari kerja.',
      'We send a quotation within two working days.',
      'نرسل عرض السعر خلال يومي عمل.',
    ],
  ],
}

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

function peopleOf(verb: Verb): readonly Three[] {
  if (verb === 'make') return [...PEOPLE, ...PRODUCERS, MATERIALS]
  return verb === 'grow' ? [...PEOPLE, ...PRODUCERS] : PEOPLE
}

/** Two or three plain sentences about an invented pesantren. */
export function tellStory(facts: StoryFacts, chance: Chance): LocalizedText {
  const verb = verbOf(facts)
  const parts = [chance.pick(OPENINGS[verb]), chance.pick(peopleOf(verb))]
  if (facts.hasExported) parts.push(chance.pick(EXPORTS))
  else if (chance.is(0.7)) parts.push(chance.pick(TRADE[verb]))
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
