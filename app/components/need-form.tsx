import { Form, useNavigation } from '@remix-run/react'
import { type ReactNode, useEffect, useRef } from 'react'
import { LONGEST, type NeedProblems, type NeedText, type NeedValues } from '~/domain/need/need.schema'
import { BUSINESS_FIELDS, CERTIFICATIONS, TRADE_UNITS, type TradeUnit } from '~/domain/shared/enums'
import { LOCALES } from '~/domain/shared/locale'
import { fill } from '../i18n/fill'
import type { PageWords } from '../i18n/page-words.server'
import { useLocale, useWords } from '../i18n/use-words'
import { ActingField } from './acting-field'
import { CountryField, type CountryList } from './country-field'
import { Field, SelectField } from './field'
import { Icon } from './icon'
import './need-form.css'

export interface NeedFormChoices {
  countries: CountryList
  regencies: { code: string; name: string }[]
  /** ISO dates between which the deadline lies. */
  today: string
  lastDay: string
}

interface NeedFormProps {
  words: PageWords['need']
  values: NeedValues
  problems: NeedProblems
  choices: NeedFormChoices
  /** What is saved now, where a colleague was quicker: shown where it differs. */
  theirs?: NeedValues | null
  /** What happened to what was sent; takes the focus. */
  message: string | null
  /** The booth that it is about, with a tick to drop it. */
  about: { booth: string; product: string | null; isKept: boolean } | null
  /** What goes with the form unseen. */
  hidden: Readonly<Record<string, string>>
  submit: string
  /** Beside the button. */
  children?: ReactNode
}

/** The form of a need, new or changed: one column on a phone, and everything works without JavaScript. */
export function NeedForm({ words, values, problems, choices, theirs, message, ...rest }: NeedFormProps) {
  const { trade } = useWords()
  const locale = useLocale()
  const sending = useNavigation().state !== 'idle'
  const { about, hidden, submit, children } = rest

  const now = (value: string) => fill(words.now, { value: value || words.nothing })
  /** A field's own hint, and below it what is saved now, in words. */
  const hint = (name: NeedText, own: string | null, said: (value: string) => string = (value) => value) => {
    if (!theirs || theirs[name] === values[name]) return own
    return (
      <>
        {own}
        {own ? <br /> : null}
        <b>{now(said(theirs[name]))}</b>
      </>
    )
  }
  const field = (name: NeedText, own: string | null = null) => ({
    name,
    value: values[name],
    problem: problems[name] && words.problems[problems[name]],
    hint: hint(name, own),
  })
  const fieldName = (value: string) => BUSINESS_FIELDS.find((one) => one === value)
  const unitName = (unit: TradeUnit) => (unit === 'loaf' ? words.unitLoaf : trade.unit(unit))
  const language = (code: string) => (code ? trade.language(code) : '')
  const paperNames = (papers: NeedValues['papers']) =>
    papers.map((paper) => trade.certifications[paper]).join(' · ')
  const samePapers = theirs?.papers.join() === values.papers.join()

  return (
    <Form method="post" className="need-form" noValidate>
      <ActingField />
      <Message text={message} occasion={values} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {about ? (
        <div className="need-about">
          <label className="tick">
            <input
              type="checkbox"
              name="keepAbout"
              value="1"
              defaultChecked={about.isKept}
              aria-describedby="need-about-hint"
            />
            <span>
              {/* First-strong isolates: names may be in another script than the sentence. */}
              {fill(about.product ? words.aboutProduct : words.about, {
                booth: `\u2068${about.booth}\u2069`,
                product: `\u2068${about.product}\u2069`,
              })}
            </span>
          </label>
          <small id="need-about-hint">{words.aboutHint}</small>
        </div>
      ) : null}
      <fieldset className="group">
        <legend>{words.groups.goods}</legend>
        <div className="whole">
          <Field
            {...field('productWords', words.productWordsHint)}
            label={words.productWords}
            maxLength={LONGEST.productWords}
            required
          />
        </div>
        <div className="whole">
          <SelectField
            {...field('field')}
            hint={hint('field', null, (value) => {
              const known = fieldName(value)
              return known ? trade.fields[known] : value
            })}
            label={words.field}
            empty={words.chooseField}
            options={BUSINESS_FIELDS.map((value) => ({ value, label: trade.fields[value] }))}
            required
          />
        </div>
        <div className="pair">
          <Field
            {...field('monthlyVolume')}
            label={words.monthlyVolume}
            inputMode="numeric"
            maxLength={20}
            ltr
            required
          />
          <SelectField
            {...field('unit')}
            hint={hint('unit', null, (value) => {
              const known = TRADE_UNITS.find((unit) => unit === value)
              return known ? unitName(known) : value
            })}
            label={words.unit}
            empty={words.chooseUnit}
            options={TRADE_UNITS.map((value) => ({ value, label: unitName(value) }))}
            required
          />
        </div>
        <Field
          {...field('targetPrice', words.targetPriceHint)}
          label={words.targetPrice}
          inputMode="decimal"
          maxLength={20}
          before={locale === 'id' ? 'Rp' : locale === 'en' ? 'IDR' : undefined}
          after={locale === 'ar' ? 'روبية' : undefined}
          ltr
        />
        <fieldset className="fld whole" aria-describedby="need-papers-hint">
          <legend>{words.papers}</legend>
          <div className="papers">
            {CERTIFICATIONS.map((paper) => (
              <label key={paper} className="tick">
                <input
                  type="checkbox"
                  name="papers"
                  value={paper}
                  defaultChecked={values.papers.includes(paper)}
                />
                <span>{trade.certifications[paper]}</span>
              </label>
            ))}
          </div>
          <small id="need-papers-hint">
            {words.papersHint}
            {theirs && !samePapers ? (
              <>
                <br />
                <b>{now(paperNames(theirs.papers))}</b>
              </>
            ) : null}
          </small>
        </fieldset>
      </fieldset>
      <fieldset className="group">
        <legend>{words.groups.destination}</legend>
        <CountryField
          {...field('destinationCountry')}
          hint={hint('destinationCountry', null, (code) => countryIn(choices, code))}
          label={words.country}
          near={words.likely}
          rest={words.allCountries}
          countries={choices.countries}
        />
        <div className="at-home">
          <SelectField
            {...field('destinationRegency')}
            hint={hint('destinationRegency', null, (code) => (code ? regencyIn(choices, code) : ''))}
            label={words.regency}
            empty={words.otherRegency}
            options={regencyCodes(choices, values.destinationRegency).map((code) => ({
              value: code,
              label: regencyIn(choices, code),
            }))}
          />
        </div>
        <Field
          {...field('destinationPlace', words.placeHint)}
          label={words.place}
          maxLength={LONGEST.destinationPlace}
        />
        <Field
          {...field('neededBy', words.neededByHint)}
          label={words.neededBy}
          type="date"
          min={choices.today}
          max={choices.lastDay}
        />
      </fieldset>
      <fieldset className="group">
        <legend>{words.groups.talk}</legend>
        <SelectField
          {...field('language')}
          hint={hint('language', null, language)}
          label={words.language}
          options={LOCALES.map((value) => ({ value, label: trade.language(value) }))}
          required
        />
        <div className="whole">
          <Field {...field('note', words.noteHint)} label={words.note} rows={4} maxLength={LONGEST.note} />
        </div>
      </fieldset>
      <p className="sm mut">{words.private}</p>
      <div className="save">
        <button type="submit" className="btn pri lg" disabled={sending}>
          {submit}
        </button>
        {children}
      </div>
    </Form>
  )

  function regencyIn({ regencies }: NeedFormChoices, code: string): string {
    return trade.regency(code, regencies.find((one) => one.code === code)?.name ?? code)
  }
}

/** The codes to choose from; one that was chosen before stays among them, also where the list is away. */
function regencyCodes({ regencies }: NeedFormChoices, chosen: string): string[] {
  const codes = regencies.map(({ code }) => code)
  return chosen && !codes.includes(chosen) ? [chosen, ...codes] : codes
}

function countryIn({ countries }: NeedFormChoices, code: string): string {
  return [...countries.near, ...countries.all].find((country) => country.code === code)?.name ?? code
}

/** Takes the focus after an answer, so that everybody learns what happened. */
function Message({ text, occasion }: { text: string | null; occasion: object }) {
  const box = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (text && occasion) box.current?.focus()
  }, [text, occasion])
  if (!text) return null
  return (
    <p className="need-note bad" role="alert" tabIndex={-1} ref={box}>
      <Icon name="triangle-alert" />
      {text}
    </p>
  )
}
