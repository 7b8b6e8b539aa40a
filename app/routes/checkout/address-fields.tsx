import { CountryField } from '~/app/components/country-field'
import { Field, SelectField } from '~/app/components/field'
import { useWords } from '~/app/i18n/use-words'
import type { CheckoutField, CheckoutProblems, TypedCheckout } from '~/domain/order/checkout.schema'
import type { CheckoutPageData } from './load-checkout.server'

interface AddressFieldsProps {
  page: CheckoutPageData
  typed: TypedCheckout
  problems: CheckoutProblems
}

/** Where it goes. Which fields there are follows from the country and the province. */
export function AddressFields({ page, typed, problems }: AddressFieldsProps) {
  const words = page.words.checkout
  const { trade } = useWords()
  const isHome = typed.country === 'ID'
  const regencies =
    isHome && typed.province ? page.regencies.filter(({ code }) => code.startsWith(typed.province)) : []
  const field = (name: CheckoutField) => {
    const problem = problems[name]
    return { name, value: typed[name], problem: problem && words.problems[problem] }
  }
  return (
    <fieldset className="address">
      <legend>{words.addressTitle}</legend>
      <p className="sm mut">{words.addressNote}</p>
      <Field {...field('name')} label={words.name} autoComplete="name" maxLength={120} required />
      <Field
        {...field('phone')}
        label={words.phone}
        type="tel"
        autoComplete="tel"
        maxLength={40}
        hint={words.phoneHint}
        ltr
        required
      />
      <CountryField
        {...field('country')}
        problem={problems.country && words.problems[problems.country]}
        label={words.country}
        hint={null}
        near={words.near}
        rest={words.rest}
        countries={page.countries}
      />
      {isHome ? (
        <SelectField
          {...field('province')}
          label={words.province}
          empty={words.choose}
          options={page.provinces}
          required
        />
      ) : null}
      {regencies.length > 0 ? (
        <SelectField
          // Anew with another province: its choices are others.
          key={typed.province}
          {...field('regency')}
          label={words.regency}
          empty={words.choose}
          options={regencies.map(({ code, name }) => ({ value: code, label: trade.regency(code, name) }))}
          required
        />
      ) : isHome && !typed.province ? null : (
        <Field {...field('city')} label={words.city} autoComplete="address-level2" maxLength={80} required />
      )}
      <Field
        {...field('street')}
        label={words.street}
        autoComplete="street-address"
        hint={words.streetHint}
        rows={2}
        maxLength={300}
        required
      />
      <Field {...field('postcode')} label={words.postcode} autoComplete="postal-code" maxLength={12} ltr />
    </fieldset>
  )
}
