import { BUSINESS_FIELDS, TRADE_UNITS } from '~/domain/shared/enums'
import type { LocalizedText } from '~/domain/shared/locale'
import type { SearchDocument } from '~/search/search-index'

type Words = readonly [id: string, en: string, ar: string]

const GOODS: Words[] = [
  ['Kopi', 'Coffee', 'قهوة'],
  ['Teh', 'Tea', 'شاي'],
  ['Madu', 'Honey', 'عسل'],
  ['Sabun', 'Soap', 'صابون'],
  ['Roti', 'Bread', 'خبز'],
  ['Keripik pisang', 'Banana chips', 'رقائق الموز'],
  ['Gula aren', 'Palm sugar', 'سكر النخيل'],
  ['Beras', 'Rice', 'أرز'],
  ['Ikan asin', 'Salted fish', 'سمك مملح'],
  ['Telur', 'Eggs', 'بيض'],
  ['Susu kambing', 'Goat milk', 'حليب الماعز'],
  ['Sarung', 'Sarong', 'إزار'],
  ['Batik', 'Batik', 'باتيك'],
  ['Peci', 'Cap', 'طاقية'],
  ['Mukena bordir', 'Embroidered prayer dress', 'لباس صلاة مطرز'],
  ['Handuk', 'Towel', 'منشفة'],
  ['Seprai', 'Bed sheet', 'ملاءة'],
  ['Kerajinan bambu', 'Bamboo handicraft', 'مشغولات الخيزران اليدوية'],
  ['Sirup', 'Syrup', 'شراب'],
  ['Sayur organik', 'Organic vegetables', 'خضروات عضوية'],
]
const KINDS: Words[] = [
  ['arabika', 'arabica', 'عربية'],
  ['robusta', 'robusta', 'روبوستا'],
  ['pilihan', 'selected', 'مختار'],
  ['premium', 'premium', 'فاخر'],
  ['hutan', 'wild', 'بري'],
  ['rumahan', 'homemade', 'منزلي'],
  ['pedas', 'spicy', 'حار'],
  ['manis', 'sweet', 'حلو'],
  ['kering', 'dried', 'مجفف'],
  ['segar', 'fresh', 'طازج'],
  ['sangrai', 'roasted', 'محمص'],
  ['bubuk', 'powder', 'مسحوق'],
]
const TOLD: Words[] = [
  ['Dibuat oleh santri setiap pagi', 'Made by students every morning', 'يصنعه الطلاب كل صباح'],
  ['dari kebun sendiri di kaki gunung', 'from our own garden below the mountain', 'من بستاننا عند سفح الجبل'],
  ['tanpa bahan pengawet', 'without preservatives', 'بدون مواد حافظة'],
  ['dikemas rapi untuk ekspor', 'packed neatly for export', 'معبأ بعناية للتصدير'],
  ['cocok untuk kedai dan hotel', 'right for cafés and hotels', 'مناسب للمقاهي والفنادق'],
  ['hasilnya membiayai sekolah', 'what it earns pays for the school', 'وعائده ينفق على المدرسة'],
]
const FIRST = [
  'Nurul',
  'Darul',
  'Miftahul',
  'Al',
  'Riyadlul',
  'Mambaul',
  'Bustanul',
  'Manbaul',
  'Raudlatul',
  'Baitul',
]
const SECOND = [
  'Huda',
  'Falah',
  'Ulum',
  'Ittihad',
  'Jannah',
  'Hikmah',
  'Iman',
  'Barokah',
  'Mubarokah',
  'Hidayah',
  'Ihsan',
  'Amanah',
]
const PLACES = [
  'Cikajang',
  'Pangalengan',
  'Lembang',
  'Ciwidey',
  'Tarogong',
  'Singaparna',
  'Cibeber',
  'Kuningan',
  'Pelabuhanratu',
]
const PAPERS = [
  [],
  ['halal'],
  ['halal-verified', 'halal'],
  ['halal', 'pirt-bpom'],
  ['nib'],
  ['pirt-bpom', 'nib'],
  ['sni'],
]

/** Plausible products of `booths` booths, the same ones every time; for measuring only. */
export function benchDocuments(products: number, booths: number): SearchDocument[] {
  let state = 20_261_122
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
  const pick = <T>(list: readonly T[]): T => {
    const found = list[next(list.length)]
    if (found === undefined) throw new RangeError('nothing to pick from')
    return found
  }
  const told = (words: Words[], between: string): LocalizedText => ({
    id: words.map(([id]) => id).join(between),
    en: words.map(([, en]) => en).join(between),
    ar: words.map(([, , ar]) => ar).join(between),
  })
  return Array.from({ length: products }, (_, index) => {
    const booth = index % booths
    const boothName = `${FIRST[booth % FIRST.length]} ${SECOND[(booth * 7) % SECOND.length]} ${booth}`
    const goods = pick(GOODS)
    const price = (1 + next(400)) * 1000 * 100
    const capacity = 50 + next(2000)
    return {
      id: `0190b000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      kind: 'product' as const,
      slug: `barang-${index}`,
      name: told([goods, pick(KINDS), ...(next(3) === 0 ? [pick(KINDS)] : [])], ' '),
      description: told([pick(TOLD), pick(TOLD), pick(TOLD), pick(GOODS)], ', '),
      boothName,
      boothNameArabic: null,
      boothSlug: `booth-${booth}`,
      regencyCode: String(3201 + (booth % 27)),
      regencyName: PLACES[booth % PLACES.length] ?? null,
      districtName: PLACES[(booth * 5) % PLACES.length] ?? null,
      field: pick(BUSINESS_FIELDS),
      productKind: goods[1].split(' ').at(-1)?.toLowerCase() ?? null,
      unit: pick(TRADE_UNITS),
      priceMinor: price,
      priceMaxMinor: Math.round(price * 1.2),
      minimumOrder: 1 + next(100),
      leadTimeDays: 1 + next(30),
      monthlyCapacity: capacity,
      freeCapacity: next(capacity),
      certifications: pick(PAPERS),
      hasExported: next(5) === 0,
      readiness: ([null, 'nearly', null, 'ready'] as const)[index % 4] ?? null,
      isSample: true,
      drawings: ['coffee.coal.clay.KOPI.3'],
      updatedAt: Date.UTC(2026, 0, 1) + index * 1000,
    }
  })
}
