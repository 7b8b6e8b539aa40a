import type { ReactNode } from 'react'
import { describedBy, FieldNotes } from './field'

export interface CountryList {
  near: { code: string; name: string }[]
  all: { code: string; name: string }[]
}

interface CountryFieldProps {
  name: string
  label: string
  value: string
  problem: string | undefined
  hint: ReactNode
  near: string
  rest: string
  countries: CountryList
}

/** A country's choice: the likely ones first, then all by name. */
export function CountryField({
  name,
  label,
  value,
  problem,
  hint,
  near,
  rest,
  countries,
}: CountryFieldProps) {
  const id = `field-${name}`
  const options = (list: { code: string; name: string }[]) =>
    list.map((country) => (
      <option key={country.code} value={country.code}>
        {country.name}
      </option>
    ))
  return (
    <div className="fld">
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <select
        className={`in ${problem ? 'err' : ''}`}
        id={id}
        name={name}
        defaultValue={value}
        autoComplete="off"
        required
        {...describedBy(id, problem, hint)}
      >
        <optgroup label={near}>{options(countries.near)}</optgroup>
        <optgroup label={rest}>{options(countries.all)}</optgroup>
      </select>
      <FieldNotes id={id} problem={problem} hint={hint} />
    </div>
  )
}
