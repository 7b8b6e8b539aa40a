import { Form, Link, useNavigation } from '@remix-run/react'
import { Field, SelectField } from '~/app/components/field'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocalePath, useWords } from '~/app/i18n/use-words'
import {
  type JoiningProblems,
  type JoiningText,
  type JoiningValues,
  LONGEST,
} from '~/domain/account/joining.schema'
import type { JoiningChoice } from '~/domain/account/open-joining.server'
import type { JoiningKind } from '~/domain/shared/account-enums'
import { BUSINESS_FIELDS } from '~/domain/shared/enums'
import { PlaceFields } from './place-fields'

interface WhoFormProps {
  words: PageWords['join']
  kind: JoiningKind
  isSample: boolean
  values: JoiningValues
  problems: JoiningProblems
  regencies: JoiningChoice[]
  districts: JoiningChoice[]
  countries: JoiningChoice[]
}

/** Who joins, and with which organisation: what an organiser needs to know it, and no more. */
export function WhoForm({ words, kind, isSample, values, problems, ...lists }: WhoFormProps) {
  const { who } = words
  const { trade } = useWords()
  const path = useLocalePath()
  const isBusy = useNavigation().state !== 'idle'
  const isPesantren = kind === 'pesantren'
  const field = (name: JoiningText) => ({
    name,
    value: values[name],
    problem: problems[name] && who.problems[problems[name]],
  })
  return (
    <Form method="post" noValidate>
      <fieldset className="group">
        <legend>{who.you}</legend>
        <Field
          {...field('personName')}
          label={who.personName}
          hint={who.personNameHint}
          autoComplete="name"
          maxLength={LONGEST.personName}
          required
        />
      </fieldset>
      <fieldset className="group">
        <legend>{who.organisation[kind]}</legend>
        <Field
          {...field('name')}
          label={who.name[kind]}
          hint={
            <>
              {who.nameHint[kind]} {isSample ? who.nameSample : null}
            </>
          }
          autoComplete="organization"
          maxLength={LONGEST.name}
          required
        />
        <Field
          {...field('nameArabic')}
          label={
            <>
              {who.nameArabic} <span className="mut">({words.optional})</span>
            </>
          }
          maxLength={LONGEST.nameArabic}
        />
        {isPesantren ? (
          <>
            <PlaceFields
              words={who}
              regencyCode={values.regencyCode}
              districtCode={values.districtCode}
              problems={problems}
              regencies={lists.regencies}
              districts={lists.districts}
            />
            <SelectField
              {...field('field')}
              label={who.field}
              empty={who.chooseField}
              options={BUSINESS_FIELDS.map((value) => ({ value, label: trade.fields[value] }))}
              required
            />
            {isSample ? (
              <p className="sm mut">{who.whatsappSample}</p>
            ) : (
              <Field
                {...field('whatsapp')}
                label={
                  <>
                    {who.whatsapp} <span className="mut">({words.optional})</span>
                  </>
                }
                hint={who.whatsappHint}
                type="tel"
                autoComplete="tel"
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
                options={lists.countries.map(({ code, name }) => ({ value: code, label: name }))}
                required
              />
            ) : null}
            <Field
              {...field('buys')}
              label={who.buys}
              hint={who.buysHint}
              rows={3}
              maxLength={LONGEST.buys}
              required
            />
          </>
        )}
      </fieldset>
      <div className="save">
        <button type="submit" name="intent" value="save" className="btn pri lg" disabled={isBusy}>
          {who.save}
        </button>
        <Link to={path('/join')}>{who.changeKind}</Link>
      </div>
    </Form>
  )
}
