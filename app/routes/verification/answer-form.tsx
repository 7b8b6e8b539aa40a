import { Form } from '@remix-run/react'
import { ActingField } from '~/app/components/acting-field'
import { describedBy, Field, FieldNotes, SelectField } from '~/app/components/field'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale, useWords } from '~/app/i18n/use-words'
import { type JoiningText, type JoiningValues, LONGEST } from '~/domain/account/joining.schema'
import type { AnswerProblems } from '~/domain/organisation/answer-organiser.server'
import type { OwnVerification } from '~/domain/organisation/read-own-verification.server'
import { TEXT_LENGTH } from '~/domain/organisation/said-text'
import { BUSINESS_FIELDS } from '~/domain/shared/enums'
import { type Locale, localized } from '~/domain/shared/locale'

type Organisation = NonNullable<OwnVerification['organisation']>

interface AnswerFormProps {
  organisation: Organisation
  countries: { code: string; name: string }[]
  /** What was sent and came back. */
  typed: { values: JoiningValues; answer: string; problems: AnswerProblems } | null
  words: PageWords['verification']
  who: PageWords['join']['who']
  textProblems: PageWords['organiser']['textProblems']
}

/** The answer to the organiser, and what was handed in to be mended. */
export function AnswerForm({ organisation, countries, typed, words, who, textProblems }: AnswerFormProps) {
  const { facts, seen, places } = organisation
  const { trade } = useWords()
  const locale = useLocale()
  const values = typed?.values ?? valuesOf(organisation, locale)
  const problems: AnswerProblems = typed?.problems ?? {}
  const isAsked = facts.verification === 'asked-back'
  const kind = facts.kind === 'organiser' ? 'offtaker' : facts.kind
  const field = (name: JoiningText) => ({
    name,
    value: values[name],
    problem: problems[name] && who.problems[problems[name]],
  })
  const districtProblem = problems.districtCode ?? problems.regencyCode
  const placeProblem = districtProblem && who.problems[districtProblem]
  return (
    <Form method="post" className="answer" noValidate>
      <ActingField />
      <input type="hidden" name="seen" value={seen} />
      <Field
        name="answer"
        label={isAsked ? words.answer : words.note}
        hint={words.answerHint}
        value={typed?.answer ?? ''}
        problem={problems.answer && textProblems[problems.answer]}
        maxLength={TEXT_LENGTH}
        rows={4}
        required={isAsked}
      />
      <fieldset>
        <legend>{words.mend}</legend>
        <Field {...field('name')} label={who.name[kind]} maxLength={LONGEST.name} required />
        <Field {...field('nameArabic')} label={who.nameArabic} maxLength={LONGEST.nameArabic} />
        {kind === 'pesantren' ? (
          <>
            <div className="fld">
              <label className="lab" htmlFor="field-districtCode">
                {who.district}
              </label>
              <select
                className={`in ${placeProblem ? 'err' : ''}`}
                id="field-districtCode"
                name="districtCode"
                defaultValue={values.districtCode}
                {...describedBy('field-districtCode', placeProblem, null)}
              >
                <option value="">{who.chooseDistrict}</option>
                {places.map(({ code, name, districts }) => (
                  <optgroup key={code} label={trade.regency(code, name)}>
                    {districts.map((district) => (
                      <option key={district.code} value={district.code}>
                        {district.name}
                      </option>
                    ))}
                  </optgroup>
                ))}
              </select>
              <FieldNotes id="field-districtCode" problem={placeProblem} />
            </div>
            <SelectField
              {...field('field')}
              label={who.field}
              empty={who.chooseField}
              options={BUSINESS_FIELDS.map((value) => ({ value, label: trade.fields[value] }))}
            />
            {facts.isSample ? null : (
              <Field
                {...field('whatsapp')}
                label={who.whatsapp}
                type="tel"
                maxLength={LONGEST.whatsapp}
                ltr
              />
            )}
          </>
        ) : (
          <>
            {kind === 'buyer' ? (
              <SelectField
                {...field('countryCode')}
                label={who.country}
                empty={who.chooseCountry}
                options={countries.map(({ code, name }) => ({ value: code, label: name }))}
              />
            ) : null}
            <Field {...field('buys')} label={who.buys} rows={3} maxLength={LONGEST.buys} required />
          </>
        )}
      </fieldset>
      <button type="submit" className="btn pri">
        {isAsked ? words.send : words.sendAgain}
      </button>
    </Form>
  )
}

function valuesOf({ facts }: Organisation, locale: Locale): JoiningValues {
  return {
    personName: '',
    name: facts.name,
    nameArabic: facts.nameArabic ?? '',
    regencyCode: facts.regency?.code ?? '',
    districtCode: facts.district?.code ?? '',
    field: facts.field ?? '',
    whatsapp: facts.whatsappE164 ?? '',
    countryCode: facts.countryCode ?? '',
    buys: localized(facts.story, locale)?.text ?? '',
    claimNote: '',
  }
}
