import { describedBy, FieldNotes } from '~/app/components/field'
import { colourOf } from '~/domain/hall/pavilion-look'

interface ColourFieldProps {
  name: 'colour' | 'accent'
  label: string
  hint: string
  /** The picker's own name. */
  pick: string
  /** As typed. */
  value: string
  /** What the picker shows where no colour was typed. */
  fallback: string
  problem: string | undefined
}

/** A colour as six digits and in a picker; `meantColour` knows which of both was changed. */
export function ColourField({ name, label, hint, pick, value, fallback, problem }: ColourFieldProps) {
  const id = `field-${name}`
  return (
    <div className="fld">
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <div className="row">
        <input
          type="color"
          name={`${name}-picked`}
          defaultValue={colourOf(value) ?? fallback}
          aria-label={pick}
        />
        <input
          className={`in ${problem ? 'err' : ''}`}
          id={id}
          name={name}
          defaultValue={value}
          dir="ltr"
          maxLength={9}
          autoComplete="off"
          spellCheck={false}
          {...describedBy(id, problem, hint)}
        />
        <input type="hidden" name={`${name}-shown`} value={value} />
      </div>
      <FieldNotes id={id} problem={problem} hint={hint} />
    </div>
  )
}
