import { Form, Link } from '@remix-run/react'
import { Field } from '~/app/components/field'
import { Icon } from '~/app/components/icon'
import { Fact, Ledger } from '~/app/components/ledger'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocalePath, useWords } from '~/app/i18n/use-words'
import type { AlreadyHere } from '~/domain/account/already-here.server'
import { type JoiningValues, LONGEST } from '~/domain/account/joining.schema'
import type { JoiningKind } from '~/domain/shared/account-enums'
import { BUSINESS_FIELDS } from '~/domain/shared/enums'

interface CheckStepProps {
  words: PageWords['join']
  kind: JoiningKind
  isSample: boolean
  values: JoiningValues
  regency: string
  district: string
  country: string
  similar: AlreadyHere[]
  claim: {
    chosen: string
    note: string
    problem: 'claim-missing' | 'claim-shared' | 'note-missing' | 'note-too-long' | null
  } | null
}

/** Everything that was filled in, whether it is here already, and what happens next. */
export function CheckStep({ words, kind, similar, claim, ...rest }: CheckStepProps) {
  const { check } = words
  return (
    <>
      <Facts words={words} kind={kind} {...rest} />
      {/* A new page, not only its data: the header says for whom one acts. */}
      <Form method="post" noValidate reloadDocument>
        {similar.length > 0 ? <Similar words={check} similar={similar} claim={claim} /> : null}
        {similar.length === 0 ? <input type="hidden" name="claim" value="none" /> : null}
        <section className="after">
          <h2>{check.nextTitle}</h2>
          <p>{check.next.looks}</p>
          <p>{check.next[kind]}</p>
        </section>
        <div className="save">
          <button type="submit" className="btn pri lg">
            {check.submit}
          </button>
        </div>
      </Form>
    </>
  )
}

type FactsProps = Omit<CheckStepProps, 'similar' | 'claim'>

function Facts({ words, kind, isSample, values, regency, district, country }: FactsProps) {
  const { who, check } = words
  const { trade } = useWords()
  const path = useLocalePath()
  const business = BUSINESS_FIELDS.find((one) => one === values.field)
  return (
    <section className="stack">
      <p className="with-link">
        <span>{words.kinds[kind]}</span>
        <Link to={path('/join/who')}>{check.change}</Link>
      </p>
      <Ledger>
        <Fact label={who.personName}>
          <bdi>{values.personName}</bdi>
        </Fact>
        <Fact label={who.name[kind]}>
          <bdi>{values.name}</bdi>
        </Fact>
        <Fact label={who.nameArabic}>
          {values.nameArabic ? (
            <bdi lang="ar" dir="rtl">
              {values.nameArabic}
            </bdi>
          ) : null}
        </Fact>
        {kind === 'pesantren' ? (
          <>
            <Fact label={who.district}>
              <bdi>{district}</bdi>
            </Fact>
            <Fact label={who.regency}>{trade.regency(values.regencyCode, regency)}</Fact>
            <Fact label={who.field}>{business ? trade.fields[business] : null}</Fact>
            {isSample ? null : (
              <Fact label={who.whatsapp}>
                {values.whatsapp ? <bdi dir="ltr">{values.whatsapp}</bdi> : null}
              </Fact>
            )}
          </>
        ) : (
          <>
            {kind === 'buyer' ? <Fact label={who.country}>{country}</Fact> : null}
            <Fact label={who.buys}>
              <bdi>{values.buys}</bdi>
            </Fact>
          </>
        )}
      </Ledger>
    </section>
  )
}

interface SimilarProps {
  words: PageWords['join']['check']
  similar: AlreadyHere[]
  claim: CheckStepProps['claim']
}

/** Pesantren of this name that are here already: by what everybody may know of them. */
function Similar({ words, similar, claim }: SimilarProps) {
  const { trade } = useWords()
  const isOpen = claim?.problem === 'claim-missing' || claim?.problem === 'claim-shared'
  const notes = {
    'note-missing': words.noteMissing,
    'note-too-long': words.noteTooLong,
    'claim-missing': undefined,
    'claim-shared': undefined,
  }
  return (
    <fieldset className="group" aria-describedby={isOpen ? 'claim-problem' : undefined}>
      <legend>{words.similar}</legend>
      <p className="mut">{words.similarText}</p>
      <div className="choices">
        {similar.map(({ id, name, nameArabic, districtName, regencyCode, regencyName }) => (
          <label key={id} className="choice">
            <input type="radio" name="claim" value={id} defaultChecked={claim?.chosen === id} required />
            <span>
              <b>
                <bdi>{name}</bdi>
                {nameArabic ? (
                  <>
                    {' · '}
                    <bdi lang="ar">{nameArabic}</bdi>
                  </>
                ) : null}
              </b>
              <small>
                {districtName ? <bdi>{districtName}</bdi> : null}
                {districtName && regencyName ? ' · ' : null}
                {regencyCode && regencyName ? trade.regency(regencyCode, regencyName) : null}
              </small>
            </span>
          </label>
        ))}
        <label className="choice">
          <input type="radio" name="claim" value="none" defaultChecked={claim?.chosen === 'none'} required />
          <span>
            <b>{words.none}</b>
          </span>
        </label>
      </div>
      {isOpen ? (
        <small className="msg" id="claim-problem">
          <Icon name="triangle-alert" />
          {claim.problem === 'claim-shared' ? words.claimShared : words.claimMissing}
        </small>
      ) : null}
      <Field
        name="claimNote"
        label={words.claimNote}
        hint={words.claimNoteHint}
        value={claim?.note ?? ''}
        problem={claim?.problem ? notes[claim.problem] : undefined}
        rows={2}
        maxLength={LONGEST.claimNote}
      />
    </fieldset>
  )
}
