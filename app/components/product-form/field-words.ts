import { fill } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useWords } from '~/app/i18n/use-words'
import type { TypedField, TypedProduct } from '~/domain/product/typed-product'

type Words = PageWords['studioProducts']

/** What a field of the form is called. */
export function useFieldLabel(words: Words): (field: TypedField | 'tiers') => string {
  const { form } = words
  const size = (side: string) => `${form.cartonSize}, ${side}`
  const labels: Partial<Record<string, string>> = {
    name: form.name,
    description: form.description,
    storage: form.storage,
    field: form.field,
    kind: form.kind,
    unit: form.unit,
    netContent: form.netContent,
    netContentUnit: form.netContentUnit,
    tiers: form.tierPrice,
    asksPrice: words.asksPrice,
    minimumOrder: form.minimumOrder,
    orderMultiple: form.orderMultiple,
    monthlyCapacity: form.monthlyCapacity,
    promisedCapacity: form.promisedCapacity,
    stock: form.stock,
    leadTimeDays: form.leadTime,
    madeToOrder: form.madeToOrder,
    shelfLifeDays: form.shelfLife,
    unitsPerCarton: form.unitsPerCarton,
    cartonKg: form.cartonKg,
    cartonLength: size(form.length),
    cartonWidth: size(form.width),
    cartonHeight: size(form.height),
    hsCode: form.hsCode,
    incoterm: form.incoterm,
    incotermPlace: form.incotermPlace,
  }
  return (field) => {
    const [name = '', language] = field.split('.') as [string, 'id' | 'en' | 'ar' | undefined]
    const label = labels[name] ?? field
    return language ? fill(form.inLanguage, { label, language: form.languages[language] }) : label
  }
}

/** What stands in a field, as a reader reads it. */
export function useStoredValue(words: Words): (field: TypedField | 'tiers', stored: TypedProduct) => string {
  const { trade } = useWords()
  const { form } = words
  const choices: Partial<Record<TypedField, Record<string, string>>> = {
    field: trade.fields,
    netContentUnit: form.netUnits,
    madeToOrder: { yes: form.madeYes, no: form.madeNo },
    asksPrice: { yes: words.asksPrice },
  }
  return (field, stored) => {
    if (field === 'tiers') {
      return (
        stored.tiers
          .map(({ from, price }) => (from ? fill(form.storedTiers, { from, price: `Rp\u00a0${price}` }) : ''))
          .filter(Boolean)
          .join('; ') || form.storedEmpty
      )
    }
    const value = stored[field]
    if (!value) return form.storedEmpty
    if (field === 'unit') return trade.unit(value as Parameters<typeof trade.unit>[0])
    return choices[field]?.[value] ?? value
  }
}
