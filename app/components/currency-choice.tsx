import { useLocation } from '@remix-run/react'
import { useLocalePath } from '../i18n/use-words'
import './field.css'
import './currency-choice.css'

interface CurrencyChoiceProps {
  currency: string | null
  currencies: readonly string[]
  words: { label: string; none: string; show: string; note: string }
}

/** In which currency prices are indicated besides rupiah. Without a rate there is nothing to choose. */
export function CurrencyChoice({ currency, currencies, words }: CurrencyChoiceProps) {
  const to = useLocalePath()
  const { pathname, search } = useLocation()
  if (currencies.length === 0) return null
  return (
    <form method="post" action={to('/currency')} className="currency-choice">
      <input type="hidden" name="back" value={pathname + search} />
      <label htmlFor="currency">{words.label}</label>
      <select id="currency" name="currency" className="in" defaultValue={currency ?? 'IDR'}>
        <option value="IDR">{words.none}</option>
        {currencies.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
      <button type="submit" className="btn line">
        {words.show}
      </button>
      <small className="mut">{words.note}</small>
    </form>
  )
}
