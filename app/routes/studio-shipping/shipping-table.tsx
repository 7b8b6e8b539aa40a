import type { CSSProperties } from 'react'
import { describedBy, FieldNotes } from '~/app/components/field'
import { fill } from '~/app/i18n/fill'
import { formatNumber } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'
import {
  daysField,
  priceField,
  type ShippingProblems,
  type TypedShipping,
  WEIGHT_STEPS,
  weightField,
} from '~/domain/order/shipping-table'
import { ABROAD_ZONES, HOME_ZONES, type ShippingZone } from '~/domain/shared/order-enums'

const STEPS = Array.from({ length: WEIGHT_STEPS }, (_, step) => step)
const FEWEST = 3

/** The columns that say something, and one more to go on with. */
function shownSteps(typed: TypedShipping): number[] {
  const isUsed = (step: number) =>
    Boolean(typed[weightField(step)]) ||
    [...HOME_ZONES, ...ABROAD_ZONES].some((zone) => typed[priceField(zone, step)])
  const used = STEPS.filter(isUsed).at(-1) ?? -1
  return STEPS.slice(0, Math.max(FEWEST, used + 2))
}

interface TableProps {
  typed: TypedShipping
  problems: ShippingProblems
  words: PageWords['studioSamples']['shipping']
}

/** Prices by weight and zone: on a wide page a table, on a phone a block for each zone. */
export function ShippingTable({ typed, problems, words }: TableProps) {
  const locale = useLocale()
  const steps = shownSteps(typed)
  const number = (step: number) => formatNumber(step + 1, locale)
  const cell = (field: string, label: string, shown: string, className = '') => (
    <Cell
      field={field}
      label={label}
      shown={shown}
      className={className}
      value={typed[field] ?? ''}
      problem={problems[field] ? words.problems[problems[field]] : undefined}
    />
  )
  const weightShown = (step: number) => {
    const weight = typed[weightField(step)]
    return weight ? `${words.upTo} ${weight} ${words.kg}` : fill(words.weight, { number: number(step) })
  }
  const zones = (title: string, of: readonly ShippingZone[], note?: string) => (
    <section aria-label={title}>
      <h2>{title}</h2>
      {note ? <p className="sm mut">{note}</p> : null}
      {of.map((zone) => (
        <fieldset key={zone} className="zone">
          <legend className="vh">{words.zones[zone]}</legend>
          <span className="name" aria-hidden="true">
            {words.zones[zone]}
          </span>
          {steps.map((step) => (
            <span key={step} style={{ display: 'contents' }}>
              {cell(
                priceField(zone, step),
                fill(words.price, { zone: words.zones[zone], number: number(step) }),
                weightShown(step),
              )}
            </span>
          ))}
          {cell(daysField(zone), fill(words.daysOf, { zone: words.zones[zone] }), words.days, 'days')}
        </fieldset>
      ))}
    </section>
  )
  return (
    <div className="shipping-table" style={{ '--steps': steps.length } as CSSProperties}>
      <fieldset className="weights">
        <legend className="vh">{words.weights}</legend>
        <span className="name">
          {words.weights} ({words.kg})
        </span>
        {steps.map((step) => (
          <span key={step} style={{ display: 'contents' }}>
            {cell(
              weightField(step),
              fill(words.weight, { number: number(step) }),
              fill(words.weight, { number: number(step) }),
            )}
          </span>
        ))}
        <span className="name last desk" aria-hidden="true">
          {words.days}
        </span>
      </fieldset>
      {zones(words.home, HOME_ZONES, words.homeNote)}
      {zones(words.abroad, ABROAD_ZONES)}
    </div>
  )
}

function Cell({
  field,
  label,
  shown,
  className,
  value,
  problem,
}: {
  field: string
  /** What the cell is, said whole: its column and row aren't read with it. */
  label: string
  /** The same where the row is a block. */
  shown: string
  className: string
  value: string
  problem: string | undefined
}) {
  const id = `field-${field}`
  return (
    <div className={`cell fld ${className}`}>
      <span className="lab" aria-hidden="true">
        {shown}
      </span>
      <input
        id={id}
        name={field}
        className={`in ${problem ? 'err' : ''}`}
        defaultValue={value}
        aria-label={label}
        inputMode={field.startsWith('weight') ? 'decimal' : 'numeric'}
        dir="ltr"
        maxLength={16}
        {...describedBy(id, problem, null)}
      />
      <FieldNotes id={id} problem={problem} />
    </div>
  )
}
