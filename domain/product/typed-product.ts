import { LOCALES, type Locale, type LocalizedText } from '../shared/locale'
import { writeNumber } from './number-input'
import type { ProductFields } from './product-fields'

/** The texts that are told in three languages. */
export const LOCALIZED_FIELDS = ['name', 'description', 'storage'] as const
export type LocalizedField = (typeof LOCALIZED_FIELDS)[number]
export type LocalizedFieldName = `${LocalizedField}.${Locale}`

/** The fields of the form that are one text each, by their names. */
export const TYPED_FIELDS = [
  'name.id',
  'description.id',
  'storage.id',
  'name.en',
  'description.en',
  'storage.en',
  'name.ar',
  'description.ar',
  'storage.ar',
  'field',
  'kind',
  'unit',
  'netContent',
  'netContentUnit',
  'minimumOrder',
  'orderMultiple',
  'monthlyCapacity',
  'promisedCapacity',
  'stock',
  'leadTimeDays',
  'madeToOrder',
  'shelfLifeDays',
  'unitsPerCarton',
  'cartonKg',
  'cartonLength',
  'cartonWidth',
  'cartonHeight',
  'hsCode',
  'incoterm',
  'incotermPlace',
  'asksPrice',
] as const
export type TypedField = (typeof TYPED_FIELDS)[number]

/** One row of the price list as typed. */
export interface TypedTier {
  from: string
  price: string
}

/** The whole form as typed: what it is filled with again when something isn't right. */
export type TypedProduct = Record<TypedField, string> & { tiers: TypedTier[] }

/** More rows than any price list has. */
export const MOST_TIERS = 12
/** Longer than any field allows, so that its problem can be told. */
const LONGEST_TYPED = 5_000

/** What a form sent, leniently: what is missing is empty. Rows of prices that are empty stay. */
export function readTypedProduct(form: FormData): TypedProduct {
  const text = (value: FormDataEntryValue | undefined | null) =>
    typeof value === 'string' ? value.slice(0, LONGEST_TYPED) : ''
  const typed = emptyTypedProduct()
  for (const name of TYPED_FIELDS) typed[name] = text(form.get(name))
  const prices = form.getAll('tierPrice')
  typed.tiers = form
    .getAll('tierFrom')
    .slice(0, MOST_TIERS)
    .map((from, row) => ({ from: text(from), price: text(prices[row]) }))
  return typed
}

export function emptyTypedProduct(): TypedProduct {
  const entries = TYPED_FIELDS.map((name) => [name, ''] as const)
  return { ...(Object.fromEntries(entries) as Record<TypedField, string>), tiers: [{ from: '', price: '' }] }
}

/** Names of the fields in which two forms differ; 'tiers' stands for all of the price list. */
export function differingFields(a: TypedProduct, b: TypedProduct): (TypedField | 'tiers')[] {
  const different = TYPED_FIELDS.filter((name) => normal(a[name]) !== normal(b[name]))
  const tiers = ({ tiers }: TypedProduct) =>
    JSON.stringify(
      tiers.filter(({ from, price }) => from.trim() || price.trim()).map((t) => [t.from, t.price]),
    )
  return tiers(a) === tiers(b) ? different : [...different, 'tiers']
}

/** Browsers send line ends as they like. */
const normal = (text: string) => text.replace(/\r\n?/g, '\n').trim()

/** A product as the form shows it; parsing that again gives the same fields. */
export function typedProduct(fields: ProductFields, locale: Locale): TypedProduct {
  const typed = emptyTypedProduct()
  const number = (value: number | null) => (value === null ? '' : writeNumber(value, locale))
  for (const name of LOCALIZED_FIELDS) {
    const text: LocalizedText | null = fields[name]
    for (const language of LOCALES) typed[`${name}.${language}`] = text?.[language] ?? ''
  }
  const [length = null, width = null, height = null] = fields.cartonCm ?? []
  return {
    ...typed,
    field: fields.field,
    kind: fields.kind,
    unit: fields.unit,
    netContent: number(fields.netContent),
    netContentUnit: fields.netContentUnit ?? '',
    minimumOrder: number(fields.minimumOrder),
    orderMultiple: number(fields.orderMultiple),
    monthlyCapacity: number(fields.monthlyCapacity),
    promisedCapacity: fields.promisedCapacity === 0 ? '' : number(fields.promisedCapacity),
    stock: number(fields.stock),
    leadTimeDays: number(fields.leadTimeDays),
    madeToOrder: fields.madeToOrder === null ? '' : fields.madeToOrder ? 'yes' : 'no',
    shelfLifeDays: number(fields.shelfLifeDays),
    unitsPerCarton: number(fields.unitsPerCarton),
    cartonKg: number(fields.cartonKg),
    cartonLength: number(length),
    cartonWidth: number(width),
    cartonHeight: number(height),
    hsCode: fields.hsCode ?? '',
    incoterm: fields.incoterm ?? '',
    incotermPlace: fields.incotermPlace ?? '',
    asksPrice: fields.asksPrice ? 'yes' : '',
    tiers:
      fields.tiers.length === 0
        ? [{ from: '', price: '' }]
        : fields.tiers.map((tier) => ({
            from: number(tier.minimumQuantity),
            price: number(tier.unitPriceMinor / 100),
          })),
  }
}
