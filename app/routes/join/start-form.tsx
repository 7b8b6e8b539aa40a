import { Form, Link, useNavigation } from '@remix-run/react'
import { AddressField } from '~/app/components/address-field'
import { Icon } from '~/app/components/icon'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocalePath } from '~/app/i18n/use-words'
import type { TypedAddress } from '~/app/typed-address'
import { type ConsentKind, JOINING_KINDS } from '~/domain/shared/account-enums'
import './start-form.css'

export interface StartValues {
  kind: string
  typed: TypedAddress
  /** What is ticked. */
  agreed: readonly ConsentKind[]
}

interface StartFormProps {
  words: PageWords['join']
  address: PageWords['entering']['address']
  /** The sentences that are agreed to. */
  consents: PageWords['privacy']['consents']
  /** Those that are still asked for. */
  asked: readonly ConsentKind[]
  /** A visitor proves an address next; who is signed in has done so. */
  isVisitor: boolean
  values: StartValues
  problems: { kind?: boolean; consent?: boolean; address?: string }
  showsSampleHint: boolean
}

/** Whom one comes for, and for a visitor where the code goes. */
export function StartForm(props: StartFormProps) {
  const { words, address, consents, asked, isVisitor, values, problems, showsSampleHint } = props
  const path = useLocalePath()
  const isBusy = useNavigation().state !== 'idle'
  return (
    <Form method="post" noValidate className="start-form">
      <fieldset className="group" aria-describedby={problems.kind ? 'kind-problem' : undefined}>
        <legend>{words.kind}</legend>
        <div className="choices">
          {JOINING_KINDS.map((kind) => (
            <label key={kind} className="choice">
              <input type="radio" name="kind" value={kind} defaultChecked={values.kind === kind} required />
              <span>
                <b>{words.kinds[kind]}</b>
                <small>{words.kindHints[kind]}</small>
              </span>
            </label>
          ))}
        </div>
        {problems.kind ? <Problem id="kind-problem" text={words.kindMissing} /> : null}
      </fieldset>
      {isVisitor ? (
        <div className="group">
          <h2>{words.where}</h2>
          {showsSampleHint ? <p className="sm mut">{words.sampleHint}</p> : null}
          <AddressField words={address} typed={values.typed} problem={problems.address} />
        </div>
      ) : null}
      {asked.length > 0 ? (
        <fieldset className="group">
          <legend>{words.agree}</legend>
          <div className="choices">
            {asked.map((kind) => (
              <div key={kind} className={`agree ${kind}`}>
                <label className="choice">
                  <input
                    type="checkbox"
                    name="agree"
                    value={kind}
                    defaultChecked={values.agreed.includes(kind)}
                    required={kind === 'privacy'}
                    aria-invalid={kind === 'privacy' && problems.consent ? true : undefined}
                    aria-describedby={kind === 'privacy' && problems.consent ? 'consent-problem' : undefined}
                  />
                  <span>
                    {consents[kind]} <small>{kind === 'privacy' ? words.required : words.optional}</small>
                  </span>
                </label>
                {kind === 'privacy' && problems.consent ? (
                  <Problem id="consent-problem" text={words.consentMissing} />
                ) : null}
              </div>
            ))}
          </div>
          <Link to={path('/privacy')}>{words.privacyMore}</Link>
        </fieldset>
      ) : null}
      <div className="save">
        <button type="submit" className="btn pri lg" disabled={isBusy}>
          {isVisitor ? words.sendCode : words.next}
        </button>
        {isVisitor ? (
          <p>
            {words.haveAccount} <Link to={path('/sign-in')}>{words.signIn}</Link>
          </p>
        ) : null}
      </div>
    </Form>
  )
}

function Problem({ id, text }: { id: string; text: string }) {
  return (
    <small className="msg" id={id}>
      <Icon name="triangle-alert" />
      {text}
    </small>
  )
}
