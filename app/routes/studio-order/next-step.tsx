import { Form } from '@remix-run/react'
import { ActingField } from '~/app/components/acting-field'
import { describedBy, Field, FieldNotes } from '~/app/components/field'
import { Icon } from '~/app/components/icon'
import type { PageWords } from '~/app/i18n/page-words.server'
import type { FulfilmentProblems, TypedFulfilment } from '~/domain/order/fulfilment.schema'
import type { OrderView } from '~/domain/order/order-view'

interface NextStepProps {
  order: OrderView
  mayWrite: boolean
  typed: TypedFulfilment
  problems: FulfilmentProblems
  words: PageWords['studioOrders']
}

/** What the pesantren does now, in big buttons; or what it waits for. */
export function NextStep({ order, mayWrite, typed, problems, words }: NextStepProps) {
  const { actions, state, delivery } = order
  const maySend = actions.includes('send')
  return (
    <section className="next" aria-label={words.nextTitle}>
      <p className="sm mut">{words.nextTitle}</p>
      {maySend || actions.includes('pack') ? null : <p className="b">{waitsFor(order, mayWrite, words)}</p>}
      {actions.includes('pack') ? (
        <Form method="post" className="stack">
          <ActingField />
          <button type="submit" name="intent" value="pack" className="btn pri lg">
            <Icon name="package" />
            {words.pack}
          </button>
          <p className="sm mut">{words.packText}</p>
        </Form>
      ) : null}
      {maySend ? (
        <Send
          isHandOver={delivery === 'hand-over'}
          isNext={state === 'packed'}
          typed={typed}
          problems={problems}
          words={words}
        />
      ) : null}
    </section>
  )
}

function waitsFor(
  { state, paidMinor, refundedMinor }: OrderView,
  mayWrite: boolean,
  words: PageWords['studioOrders'],
): string {
  if (state === 'paid' || state === 'packed')
    return paidMinor > 0 && refundedMinor === paidMinor
      ? words.waits.refunded
      : mayWrite
        ? words.states[state]
        : words.waits.readOnly
  return words.waits[state]
}

function Send({
  isHandOver,
  isNext,
  typed,
  problems,
  words,
}: Pick<NextStepProps, 'typed' | 'problems' | 'words'> & { isHandOver: boolean; isNext: boolean }) {
  const problem = (field: keyof FulfilmentProblems) => {
    const code = problems[field]
    return code ? words.problems[code] : undefined
  }
  const isOpen = isNext || Object.keys(problems).length > 0
  const form = (
    <Form method="post" encType="multipart/form-data" className="stack" noValidate>
      <ActingField />
      {isHandOver ? (
        <input type="hidden" name="how" value="hand" />
      ) : (
        <>
          <fieldset className="fld">
            <legend>{words.how}</legend>
            {(['courier', 'hand'] as const).map((how) => (
              <label key={how} className="choice-line">
                <input type="radio" name="how" value={how} defaultChecked={typed.how === how} />
                {how === 'courier' ? words.byCourier : words.byHand}
              </label>
            ))}
          </fieldset>
          <Field
            name="courier"
            label={words.courier}
            value={typed.courier}
            problem={problem('courier')}
            hint={words.courierHint}
            maxLength={60}
          />
          <Field
            name="tracking"
            label={words.tracking}
            value={typed.tracking}
            problem={problem('tracking')}
            maxLength={80}
            ltr
          />
        </>
      )}
      <div className="fld">
        <label className="lab" htmlFor="field-photo">
          {words.photo}
        </label>
        <input
          id="field-photo"
          type="file"
          name="photo"
          accept="image/jpeg,image/png,image/webp,image/avif"
          className={`in ${problem('photo') ? 'err' : ''}`}
          {...describedBy('field-photo', problem('photo'), words.photoHint)}
        />
        <FieldNotes id="field-photo" problem={problem('photo')} hint={words.photoHint} />
      </div>
      <button type="submit" name="intent" value="send" className={`btn lg ${isNext ? 'pri' : 'line'}`}>
        <Icon name="send" />
        {isHandOver ? words.hand : words.send}
      </button>
    </Form>
  )
  // Not packed yet: who packs and sends at once opens it.
  return isNext ? (
    form
  ) : (
    <details open={isOpen}>
      <summary className="btn line">{isHandOver ? words.hand : words.send}</summary>
      {form}
    </details>
  )
}
