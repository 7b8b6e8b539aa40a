import type { ReactNode } from 'react'
import { Icon } from './icon'
import './field.css'

export interface FieldProps {
  name: string
  label: ReactNode
  /** What was typed, or the value so far. */
  value: string
  /** The sentence about what is wrong and how to mend it. */
  problem?: string | undefined
  hint?: ReactNode
  type?: 'text' | 'email' | 'tel' | 'password' | 'date' | 'time' | 'number'
  inputMode?: 'numeric' | 'decimal'
  autoComplete?: string
  maxLength?: number
  required?: boolean
  /** Rows of a text area. */
  rows?: number
  /** Addresses and numbers read from left to right in every language. */
  ltr?: boolean
  /** Shown inside the field: a unit after it, a currency before it. */
  before?: string
  after?: ReactNode
  min?: string
  max?: string
  /** Where two fields of a page share a name. */
  id?: string
}

/** A labelled field with its hint and its problem, told to everybody: works without JavaScript. */
export function Field({
  name,
  label,
  value,
  problem,
  hint,
  rows,
  ltr,
  before,
  after,
  type = 'text',
  id = `field-${name}`,
  ...rest
}: FieldProps) {
  const common = {
    id,
    name,
    defaultValue: value,
    dir: ltr ? ('ltr' as const) : undefined,
    ...describedBy(id, problem, hint),
    ...rest,
  }
  const className = `in ${problem ? 'err' : ''}`
  return (
    <div className="fld">
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      {rows ? (
        <textarea rows={rows} className={className} {...common} />
      ) : before || after ? (
        <span className={`${className} sfx`}>
          {before ? <i>{before}</i> : null}
          <input type={type} {...common} />
          {after ? <i>{after}</i> : null}
        </span>
      ) : (
        <input type={type} className={className} {...common} />
      )}
      <FieldNotes id={id} problem={problem} hint={hint} />
    </div>
  )
}

export interface SelectFieldProps
  extends Pick<FieldProps, 'name' | 'label' | 'value' | 'problem' | 'hint' | 'required' | 'id'> {
  options: readonly { value: string; label: string }[]
  /** The empty choice's words; without, the first option is chosen. */
  empty?: string
}

export function SelectField({
  name,
  label,
  value,
  problem,
  hint,
  options,
  empty,
  id = `field-${name}`,
  ...rest
}: SelectFieldProps) {
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
        {...describedBy(id, problem, hint)}
        {...rest}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <FieldNotes id={id} problem={problem} hint={hint} />
    </div>
  )
}

/** What a field's control says of its notes. */
export function describedBy(id: string, problem: string | undefined, hint: ReactNode) {
  const ids = [problem ? `${id}-problem` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ')
  return { 'aria-invalid': problem ? true : undefined, 'aria-describedby': ids || undefined }
}

export function FieldNotes({
  id,
  problem,
  hint,
}: {
  id: string
  problem?: string | undefined
  hint?: ReactNode
}) {
  return (
    <>
      {problem ? (
        <small className="msg" id={`${id}-problem`}>
          <Icon name="triangle-alert" />
          {problem}
        </small>
      ) : null}
      {hint ? <small id={`${id}-hint`}>{hint}</small> : null}
    </>
  )
}
