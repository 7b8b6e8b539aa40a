import { Field, SelectField } from '~/app/components/field'
import { Icon } from '~/app/components/icon'
import { fill } from '~/app/i18n/fill'
import { formatNumber } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'
import { helpOf } from '~/domain/product/field-defaults'
import { parseQuantity } from '~/domain/product/price-tiers'
import { type SupplyWarning, supplyWarning } from '~/domain/product/supply-rule'
import type { TypedField, TypedProduct } from '~/domain/product/typed-product'
import { INCOTERMS } from '~/domain/shared/enums'
import type { Faults } from './faults'

interface TradeFieldsProps {
  filled: TypedProduct
  typed: TypedProduct
  faults: Faults
  words: PageWords['studioProducts']['form']
  /** The trade unit's word. */
  unit: string
}

/** A number field of the form, with its unit inside. */
function useNumberField({ filled, faults }: Pick<TradeFieldsProps, 'filled' | 'faults'>) {
  return (name: TypedField, mode: 'numeric' | 'decimal' = 'numeric') => ({
    name,
    value: filled[name],
    problem: faults[name],
    inputMode: mode,
    maxLength: 20,
  })
}

/** What it can make, and when. */
export function SupplyFields({ filled, typed, faults, words, unit }: TradeFieldsProps) {
  const number = useNumberField({ filled, faults })
  const locale = useLocale()
  const help = words.help[helpOf(typed.field)]
  const warning = supplyWarning(typed)
  const warned = (...warnings: SupplyWarning[]) =>
    warning && warnings.includes(warning) ? (
      <span className="unsure">
        <Icon name="triangle-alert" /> {words.supplyWarnings[warning]}
      </span>
    ) : undefined
  const capacity = parseQuantity(typed.monthlyCapacity)
  const free = capacity === null ? null : capacity - (parseQuantity(typed.promisedCapacity) ?? 0)
  return (
    <>
      <div className="pair2">
        <Field
          {...number('monthlyCapacity')}
          label={words.monthlyCapacity}
          hint={warned('capacity-unsaid')}
          after={unit}
        />
        <Field
          {...number('promisedCapacity')}
          label={words.promisedCapacity}
          hint={
            free === null || free < 0
              ? words.promisedHint
              : fill(words.freeNow, { amount: `${formatNumber(free, locale)} ${unit}` })
          }
          after={unit}
        />
      </div>
      <div className="pair2">
        <Field
          {...number('stock')}
          label={words.stock}
          hint={warned('stock-unsaid', 'stock-of-made')}
          after={unit}
        />
        <Field {...number('leadTimeDays')} label={words.leadTime} hint={help.leadTime} after={words.days} />
      </div>
      <SelectField
        name="madeToOrder"
        label={words.madeToOrder}
        value={filled.madeToOrder}
        problem={faults.madeToOrder}
        empty={words.notSaid}
        options={[
          { value: 'no', label: words.madeNo },
          { value: 'yes', label: words.madeYes },
        ]}
      />
      <Field {...number('shelfLifeDays')} label={words.shelfLife} hint={help.shelfLife} after={words.days} />
    </>
  )
}

/** The carton in which it leaves. */
export function PackingFields({ filled, faults, words, unit }: Omit<TradeFieldsProps, 'typed'>) {
  const number = useNumberField({ filled, faults })
  return (
    <>
      <div className="pair2">
        <Field {...number('unitsPerCarton')} label={words.unitsPerCarton} after={unit} />
        <Field {...number('cartonKg', 'decimal')} label={words.cartonKg} after="kg" />
      </div>
      <fieldset className="fld">
        <legend>{words.cartonSize}</legend>
        <div className="three">
          <Field {...number('cartonLength')} label={words.length} after="cm" />
          <Field {...number('cartonWidth')} label={words.width} after="cm" />
          <Field {...number('cartonHeight')} label={words.height} after="cm" />
        </div>
      </fieldset>
    </>
  )
}

/** What customs and a buyer abroad ask for. */
export function ExportFields({ filled, faults, words }: Omit<TradeFieldsProps, 'typed' | 'unit'>) {
  const number = useNumberField({ filled, faults })
  return (
    <>
      <Field {...number('hsCode')} label={words.hsCode} hint={words.hsCodeHint} ltr />
      <SelectField
        name="incoterm"
        label={words.incoterm}
        value={filled.incoterm}
        problem={faults.incoterm}
        empty={words.notSaid}
        options={INCOTERMS.map((term) => ({ value: term, label: `${term}: ${words.incoterms[term]}` }))}
      />
      <Field
        name="incotermPlace"
        label={words.incotermPlace}
        value={filled.incotermPlace}
        problem={faults.incotermPlace}
        hint={words.incotermPlaceHint}
        maxLength={120}
      />
    </>
  )
}
