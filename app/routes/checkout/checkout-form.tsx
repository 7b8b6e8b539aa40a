import { Form, Link, useSubmit } from '@remix-run/react'
import type { ChangeEvent } from 'react'
import { Field } from '~/app/components/field'
import { Icon } from '~/app/components/icon'
import { Note } from '~/app/components/note'
import { fill } from '~/app/i18n/fill'
import { useLocalePath } from '~/app/i18n/use-words'
import { AddressFields } from './address-fields'
import { CheckoutSums } from './checkout-sums'
import type { CheckoutPageData } from './load-checkout.server'
import type { CheckoutAnswer } from './place.server'

/** What decides the cost of sending: the totals follow at once where scripts run. */
const DECIDING = ['delivery', 'country', 'province', 'regency']

interface CheckoutFormProps {
  page: CheckoutPageData
  answer: CheckoutAnswer | null
}

export function CheckoutForm({ page, answer }: CheckoutFormProps) {
  const words = page.words.checkout
  const { typed, totals, token, lines } = answer ?? page
  const problems = answer?.problems ?? {}
  const submit = useSubmit()
  const to = useLocalePath()
  const isHanded = typed.delivery === 'hand-over'
  const mayOrder = totals.totalMinor !== null && totals.problems.length === 0 && totals.ask === null
  const isFree = totals.totalMinor === 0

  function follow(event: ChangeEvent<HTMLFormElement>) {
    const changed: EventTarget = event.target
    const isField = changed instanceof HTMLSelectElement || changed instanceof HTMLInputElement
    if (!isField || !DECIDING.includes(changed.name)) return
    const sent = new FormData(event.currentTarget)
    sent.set('intent', 'recalculate')
    submit(sent, { method: 'post', preventScrollReset: true, replace: true })
  }

  return (
    <Form method="post" noValidate preventScrollReset className="checkout-form" onChange={follow}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="lines" value={lines} />
      {totals.totalMinor === null ? null : (
        <input type="hidden" name="shownTotal" value={totals.totalMinor} />
      )}
      <div className="fill">
        {answer?.notice ? (
          <Note tone="bad">
            <p>{answer.notice}</p>
            {answer.isUnproven ? (
              <p>
                <Link to={to('/account')}>{words.account}</Link>
              </p>
            ) : null}
          </Note>
        ) : null}
        {page.isSameKind === null && !answer?.notice ? (
          <Note tone="bad" takesFocus={false}>
            <p>{words.notBuyer}</p>
          </Note>
        ) : null}
        {page.isSameKind === false ? (
          <Note tone="bad" takesFocus={false}>
            <p>{page.booth.isSample ? words.notHere.sample : words.notHere.real}</p>
          </Note>
        ) : null}
        <fieldset className="ways">
          <legend>{words.deliveryTitle}</legend>
          {(['ship', 'hand-over'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="delivery" value={one} defaultChecked={typed.delivery === one} />
              <span>{words.delivery[one]}</span>
            </label>
          ))}
          {isHanded ? <p className="sm mut">{words.handOverHint}</p> : null}
        </fieldset>
        {isHanded ? null : <AddressFields page={page} typed={typed} problems={problems} />}
        <Field
          name="note"
          label={words.note}
          value={typed.note}
          problem={problems.note && words.problems[problems.note]}
          hint={words.noteHint}
          rows={3}
          maxLength={500}
        />
        {isHanded ? null : (
          <button
            type="submit"
            name="intent"
            value="recalculate"
            className={`btn lg ${mayOrder || totals.ask ? 'line' : 'pri'}`}
          >
            <Icon name="refresh-cw" />
            {words.recalculate}
          </button>
        )}
      </div>
      <div className="pay">
        <CheckoutSums totals={totals} words={words} />
        {totals.ask ? (
          <Note>
            <p>{words.askNote}</p>
            <p>
              <a className="btn pri" href={totals.ask}>
                {words.ask}
              </a>
            </p>
          </Note>
        ) : null}
        {isFree ? (
          <p className="mut">{words.nothingToPay}</p>
        ) : (
          <Ways page={page} way={typed.way} problem={problems.way} />
        )}
        <section className="rules">
          <h2>{words.rulesTitle}</h2>
          <ul>
            {words.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </section>
        {mayOrder && page.isSameKind ? (
          <button type="submit" name="intent" value="order" className="btn pri lg block">
            {isFree ? words.order.free : fill(words.order.pay, { total: totals.total ?? '' })}
          </button>
        ) : null}
      </div>
    </Form>
  )
}

function Ways({
  page,
  way,
  problem,
}: {
  page: CheckoutPageData
  way: string
  problem: 'way-missing' | string | undefined
}) {
  const words = page.words.checkout
  const ways = page.cards ? (['card', 'transfer'] as const) : (['transfer'] as const)
  const chosen = ways.some((one) => one === way) ? way : ways.length === 1 ? ways[0] : ''
  return (
    <fieldset className="ways" aria-describedby={problem ? 'way-problem' : undefined}>
      <legend>{words.wayTitle}</legend>
      {ways.map((one) => (
        <label key={one}>
          <input type="radio" name="way" value={one} defaultChecked={chosen === one} />
          <span>
            <b>{words.ways[one]}</b>
            <small className="mut">
              {words.wayHints[one]}
              {one === 'card' && page.cards === 'test' ? ` ${words.cardsTest}` : ''}
            </small>
          </span>
        </label>
      ))}
      {problem ? (
        <small className="msg" id="way-problem">
          <Icon name="triangle-alert" />
          {words.problems['way-missing']}
        </small>
      ) : null}
      {page.cards ? null : <p className="sm mut">{words.cardsOff}</p>}
    </fieldset>
  )
}
