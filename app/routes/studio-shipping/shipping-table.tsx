import { type FormEvent, useEffect, useState } from 'react'
import { describedBy, FieldNotes } from '~/app/components/field'
import { Icon } from '~/app/components/icon'
import { fill } from '~/app/i18n/fill'
import { formatNumber } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'
import {
  daysField,
  priceField,
  type ShippingProblems,
  shownSteps,
  type TypedShipping,
  weightField,
  zoneFields,
} from '~/domain/order/shipping-table'
import { ABROAD_ZONES, HOME_ZONES, type ShippingZone } from '~/domain/shared/order-enums'
import { ZoneSummary } from './zone-summary'

interface TableProps {
  typed: TypedShipping
  problems: ShippingProblems
  words: PageWords['studioSamples']['shipping']
}

/** The weights, and the prices of each zone behind its line: a table of twelve by five isn't read on a phone. */
export function ShippingTable({ typed, problems, words }: TableProps) {
  const locale = useLocale()
  // What is being typed, for the lines alone: without scripts they say what was saved.
  const [said, setSaid] = useState(typed)
  const steps = shownSteps(typed)
  const hasProblem = (zone: ShippingZone) => zoneFields(zone, typed).some((field) => problems[field])
  const isWrong = Object.keys(problems).length > 0

  // A zone that was closed since the last answer opens again.
  useEffect(() => {
    for (const field of Object.keys(problems)) {
      const zone = document.getElementById(`field-${field}`)?.closest('details')
      if (zone) zone.open = true
    }
  }, [problems])

  function follow({ target }: FormEvent<HTMLDivElement>) {
    if (target instanceof HTMLInputElement) setSaid({ ...said, [target.name]: target.value.trim() })
  }

  const cell = (field: string, label: string, shown: string, unit?: string) => (
    <Cell
      key={field}
      field={field}
      label={label}
      shown={shown}
      unit={unit}
      value={typed[field] ?? ''}
      problem={problems[field] ? words.problems[problems[field]] : undefined}
    />
  )
  const number = (step: number) => formatNumber(step + 1, locale)
  const weightShown = (step: number) => {
    const weight = said[weightField(step)]
    return weight ? `${words.upTo} ${weight} ${words.kg}` : fill(words.weight, { number: number(step) })
  }
  const zones = (title: string, of: readonly ShippingZone[], note?: string) => (
    <section aria-label={title}>
      <h2>{title}</h2>
      {note ? <p className="sm mut">{note}</p> : null}
      <div className="zones">
        {of.map((zone) => (
          <details
            key={zone}
            className="zone"
            // One open at a time, as long as there is nothing to mend in several.
            name={isWrong ? undefined : 'zone'}
            open={hasProblem(zone)}
          >
            <summary>
              <ZoneSummary zone={zone} typed={said} words={words} hasProblem={hasProblem(zone)} />
              <Icon name="chevron-down" />
            </summary>
            <div className="cells">
              {steps.map((step) =>
                cell(
                  priceField(zone, step),
                  fill(words.price, { zone: words.zones[zone], number: number(step) }),
                  weightShown(step),
                  'Rp',
                ),
              )}
              {cell(daysField(zone), fill(words.daysOf, { zone: words.zones[zone] }), words.days)}
            </div>
          </details>
        ))}
      </div>
    </section>
  )
  return (
    <div className="shipping-table" onInput={follow}>
      <section aria-label={words.weights}>
        <h2>{words.weights}</h2>
        <p className="sm mut">{words.weightsNote}</p>
        <div className="cells">
          {steps.map((step) => {
            const label = fill(words.weight, { number: number(step) })
            return cell(weightField(step), label, label, words.kg)
          })}
        </div>
      </section>
      {zones(words.home, HOME_ZONES, words.homeNote)}
      {zones(words.abroad, ABROAD_ZONES)}
    </div>
  )
}

function Cell({
  field,
  label,
  shown,
  unit,
  value,
  problem,
}: {
  field: string
  /** What the cell is, said whole: its zone isn't read with it. */
  label: string
  /** The same within its zone. */
  shown: string
  unit: string | undefined
  value: string
  problem: string | undefined
}) {
  const id = `field-${field}`
  const isMoney = unit === 'Rp'
  return (
    <div className="cell fld">
      <span className="lab" aria-hidden="true">
        {shown}
      </span>
      <span className={`in sfx ${problem ? 'err' : ''}`} dir="ltr">
        {isMoney ? <i>{unit}</i> : null}
        <input
          id={id}
          name={field}
          defaultValue={value}
          aria-label={label}
          inputMode={field.startsWith('weight') ? 'decimal' : 'numeric'}
          maxLength={16}
          {...describedBy(id, problem, null)}
        />
        {unit && !isMoney ? <i>{unit}</i> : null}
      </span>
      <FieldNotes id={id} problem={problem} />
    </div>
  )
}
