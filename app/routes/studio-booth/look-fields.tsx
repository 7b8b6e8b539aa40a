import type { ReactNode } from 'react'
import { FieldNotes } from '~/app/components/field'
import { MotifSwatch } from '~/app/components/pavilion-swatch'
import { fill } from '~/app/i18n/fill'
import { formatNumber } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'
import type { OwnPavilion } from '~/domain/booth/own-booth'
import { CLOTHS, EDGES, familyMotifs } from '~/domain/booth/region-family'
import { OWN_COLOUR } from '~/domain/booth/typed-booth'
import { contrast, LETTERING } from '~/domain/hall/pavilion-look'
import { lookOf } from './booth-form-state'
import type { FieldsProps } from './fields-props'

interface LookFieldsProps extends FieldsProps {
  pavilion: OwnPavilion
  motifs: PageWords['organiserPavilions']['motifs']
}

/** Motif and colours of the region's family, with what the contrast is as it stands. */
export function LookFields(props: LookFieldsProps) {
  const { filled, typed, field, words, pavilion, motifs } = props
  const locale = useLocale()
  const look = lookOf(typed, pavilion)
  // Rounded down: 4.49 is not enough, and has not to look as if it were.
  const ratio = (one: string, other: string) =>
    formatNumber(Math.floor(contrast(one, other) * 10) / 10, locale)
  return (
    <>
      <fieldset className="fld choice-rows" aria-invalid={field('motif').problem ? true : undefined}>
        <legend className="lab">{words.motif}</legend>
        <FieldNotes id="field-motif" problem={field('motif').problem} />
        {familyMotifs(pavilion.regencyCode, pavilion.look.motif).map((motif, at) => {
          // The pavilion's own is no choice of the booth's: it follows when the organiser changes it.
          const value = at === 0 ? '' : motif
          return (
            <label key={motif}>
              <input
                type="radio"
                name="motif"
                id={at === 0 ? 'field-motif' : undefined}
                value={value}
                defaultChecked={filled.motif === value || (at === 0 && filled.motif === motif)}
              />
              <span className="grow">
                <b>{motifs[motif].name}</b>
                <small>{at === 0 ? words.asPavilion : motifs[motif].meaning}</small>
              </span>
              <MotifSwatch motif={motif} />
            </label>
          )
        })}
      </fieldset>
      <Colours
        {...props}
        name="colour"
        legend={words.colour}
        offered={CLOTHS}
        note={fill(words.lettering, { ratio: ratio(look.colour, LETTERING) })}
      />
      <Colours
        {...props}
        name="accent"
        legend={words.accent}
        offered={EDGES}
        note={fill(words.edging, { ratio: ratio(look.colour, look.accent) })}
      />
    </>
  )
}

interface ColoursProps extends LookFieldsProps {
  name: 'colour' | 'accent'
  legend: string
  offered: readonly string[]
  note: string
}

function Colours({ name, legend, offered, note, filled, field, words, pavilion }: ColoursProps) {
  const ofPavilion = pavilion.look[name]
  const own = `${name}Own` as const
  const problem = field(name).problem ?? field(own).problem
  const id = `field-${name}`
  const choice = (value: string, colour: string | null, label: ReactNode) => (
    <label key={value} className={`swatch ${value === '' ? 'first' : ''}`}>
      <input
        type="radio"
        name={name}
        id={value === '' ? id : undefined}
        value={value}
        defaultChecked={filled[name] === value}
        aria-describedby={problem ? `${id}-problem` : `${id}-note`}
      />
      {colour ? <i style={{ backgroundColor: colour }} /> : null}
      {label}
    </label>
  )
  return (
    <fieldset className="fld colours" aria-invalid={problem ? true : undefined}>
      <legend className="lab">{legend}</legend>
      <FieldNotes id={id} problem={problem} />
      <div className="swatches">
        {choice('', ofPavilion, <span>{words.asPavilion}</span>)}
        {offered
          .filter((colour) => colour !== ofPavilion)
          .map((colour) =>
            choice(colour, colour, <span className="vh">{fill(words.colourNamed, { colour })}</span>),
          )}
        <span className="own">
          {choice(OWN_COLOUR, null, <span>{words.own}</span>)}
          <input
            type="color"
            name={own}
            id={`field-${own}`}
            defaultValue={filled[own] || ofPavilion}
            aria-label={`${legend}: ${words.own}`}
          />
        </span>
      </div>
      <small id={`${id}-note`} className="mut" aria-live="polite">
        {note}
      </small>
    </fieldset>
  )
}
