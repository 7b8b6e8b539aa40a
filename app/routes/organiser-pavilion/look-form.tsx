import { Form, Link } from '@remix-run/react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { FieldNotes } from '~/app/components/field'
import { BoothPicture, MotifSwatch, RoofSwatch } from '~/app/components/pavilion-swatch'
import { fill } from '~/app/i18n/fill'
import { useLocalePath } from '~/app/i18n/use-words'
import { MOTIFS, ROOFS } from '~/domain/hall/motifs'
import {
  ACCENT_CONTRAST,
  colourOf,
  contrast,
  drawnLook,
  LETTER_CONTRAST,
  LETTERING,
  type LookProblems,
  type TypedLook,
} from '~/domain/hall/pavilion-look'
import { ColourField } from './colour-field'
import type { PavilionPage } from './route'
import { readTypedLook } from './typed-look'
import '~/app/components/choice-rows.css'

interface LookFormProps {
  page: PavilionPage
  typed: TypedLook
  problems: LookProblems
}

/** Motif, roof and colours with a drawing of what comes of them: at once where scripts run, else on asking. */
export function LookForm({ page: { pavilion, words }, typed, problems }: LookFormProps) {
  const to = useLocalePath()
  const [shown, setShown] = useState(typed)
  // A colour that is none yet is drawn as the pavilion's own.
  const look = drawnLook({
    ...shown,
    colour: colourOf(shown.colour) ?? pavilion.look.colour,
    accent: colourOf(shown.accent) ?? pavilion.look.accent,
  })
  const follow = (event: FormEvent<HTMLFormElement>) => {
    const input = event.target
    if (!(input instanceof HTMLInputElement)) return
    const form = event.currentTarget
    const other = (name: string) => form.elements.namedItem(name)
    // Field and picker say the same; what was shown no longer counts.
    const [, name = '', picked] = /^(colour|accent)(-picked)?$/.exec(input.name) ?? []
    const twin = name ? other(picked ? name : `${name}-picked`) : null
    const value = picked ? input.value : colourOf(input.value)
    if (twin instanceof HTMLInputElement && value) twin.value = value
    setShown(readTypedLook(new FormData(form)))
  }
  const ratio = {
    colour: contrast(look.colour, LETTERING),
    accent: contrast(look.colour, look.accent),
  }
  const figures = (key: 'colour' | 'accent') => ({
    // Rounded down: 4.49 is not enough, and has not to look as if it were.
    ratio: (Math.floor(ratio[key] * 10) / 10).toFixed(1),
    least: key === 'colour' ? LETTER_CONTRAST : ACCENT_CONTRAST,
  })
  const problem = (key: 'colour' | 'accent') => {
    const code = problems[key]
    return code ? fill(words.problems[code], figures(key)) : undefined
  }
  return (
    <Form method="post" className="look-form" onInput={follow} replace noValidate>
      <input type="hidden" name="seen" value={pavilion.seen} />
      <section className="preview">
        <h2>{words.preview}</h2>
        <BoothPicture
          look={look}
          name={pavilion.regencyName}
          label={fill(words.previewOf, {
            motif: words.motifs[look.motif].name,
            roof: words.roofs[look.roof].name,
            colour: look.colour,
            accent: look.accent,
          })}
        />
        <p className="xs mut">
          {fill(words.lettering, figures('colour'))} {fill(words.edging, figures('accent'))}
        </p>
        <noscript>
          <button type="submit" className="btn line" name="intent" value="show">
            {words.show}
          </button>
        </noscript>
      </section>
      <div className="fields">
        <div className="colours">
          <ColourField
            name="colour"
            label={words.colour}
            hint={words.colourHint}
            pick={fill(words.pick, { label: words.colour })}
            value={typed.colour}
            fallback={pavilion.look.colour}
            problem={problem('colour')}
          />
          <ColourField
            name="accent"
            label={words.accent}
            hint={words.accentHint}
            pick={fill(words.pick, { label: words.accent })}
            value={typed.accent}
            fallback={pavilion.look.accent}
            problem={problem('accent')}
          />
        </div>
        <Choices
          name="motif"
          legend={words.motif}
          chosen={typed.motif}
          problem={problems.motif ? words.problems.choice : undefined}
          choices={MOTIFS.map((motif) => ({
            value: motif,
            ...words.motifs[motif],
            picture: <MotifSwatch motif={motif} />,
          }))}
        />
        <Choices
          name="roof"
          legend={words.roof}
          chosen={typed.roof}
          problem={problems.roof ? words.problems.choice : undefined}
          choices={ROOFS.map((roof) => ({
            value: roof,
            ...words.roofs[roof],
            picture: <RoofSwatch roof={roof} />,
          }))}
        />
        <p className="row wrapx">
          <button type="submit" className="btn pri lg">
            {words.save}
          </button>
          <Link className="btn quiet" to={to(`/organiser/pavilions/${pavilion.number}?look=first`)}>
            {words.first}
          </Link>
        </p>
      </div>
    </Form>
  )
}

interface ChoicesProps {
  name: string
  legend: string
  chosen: string
  problem: string | undefined
  choices: { value: string; name: string; meaning: string; picture: ReactNode }[]
}

function Choices({ name, legend, chosen, problem, choices }: ChoicesProps) {
  return (
    <fieldset
      className="choice-rows fld"
      aria-describedby={problem ? `field-${name}-problem` : undefined}
      aria-invalid={problem ? true : undefined}
    >
      <legend className="lab">{legend}</legend>
      <FieldNotes id={`field-${name}`} problem={problem} />
      {choices.map(({ value, name: title, meaning, picture }) => (
        <label key={value}>
          <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
          <span>
            <b>{title}</b>
            <small>{meaning}</small>
          </span>
          {picture}
        </label>
      ))}
    </fieldset>
  )
}
