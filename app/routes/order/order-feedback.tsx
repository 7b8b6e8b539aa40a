import { Form, Link } from '@remix-run/react'
import { Field } from '~/app/components/field'
import { Fact, Ledger } from '~/app/components/ledger'
import { Note } from '~/app/components/note'
import { useLocalePath } from '~/app/i18n/use-words'
import type { OrderAnswer } from './answer-order.server'
import type { OrderPageData } from './load-order.server'

/** Three taps of whoever got the sample; afterwards what they said. */
export function OrderFeedback({
  page: { order, words },
  tapped,
}: {
  page: OrderPageData
  tapped: OrderAnswer['feedback']
}) {
  const to = useLocalePath()
  const said = words.feedback
  const given = order.feedback
  const [first] = order.lines
  if (given) {
    return (
      <section id="feedback">
        <h2>{said.yours}</h2>
        <Ledger>
          <Fact label={said.quality}>{said.qualities[given.quality]}</Fact>
          <Fact label={said.asDescribed}>{said.matches[given.asDescribed]}</Fact>
          <Fact label={said.next}>{said.nexts[given.next]}</Fact>
          {given.note ? (
            <Fact label={said.note}>
              <bdi>{given.note}</bdi>
            </Fact>
          ) : null}
        </Ledger>
        <p className="sm mut">{given.isShared ? said.shared : said.notShared}</p>
        {given.next !== 'no' && order.booth.slug && first?.slug ? (
          <p>
            <Link className="btn" to={to(`/needs/new?booth=${order.booth.slug}&product=${first.slug}`)}>
              {said.order}
            </Link>
          </p>
        ) : null}
      </section>
    )
  }
  if (!order.mayGiveFeedback) return null
  const taps = [
    { name: 'quality', label: said.quality, choices: said.qualities },
    { name: 'asDescribed', label: said.asDescribed, choices: said.matches },
    { name: 'next', label: said.next, choices: said.nexts },
  ] as const
  return (
    <section id="feedback">
      <h2>{said.title}</h2>
      <p className="mut">{said.lead}</p>
      {tapped ? (
        <Note tone="bad">
          <p>{said.missing}</p>
        </Note>
      ) : null}
      <Form method="post" className="feedback">
        {taps.map(({ name, label, choices }) => (
          <fieldset key={name}>
            <legend>{label}</legend>
            {Object.entries(choices).map(([value, choice]) => (
              <label key={value}>
                <input type="radio" name={name} value={value} defaultChecked={tapped?.[name] === value} />
                <span>{choice}</span>
              </label>
            ))}
          </fieldset>
        ))}
        <Field
          name="note"
          label={said.note}
          value={tapped?.note ?? ''}
          hint={said.noteHint}
          rows={2}
          maxLength={1000}
        />
        <label className="share">
          <input type="checkbox" name="share" defaultChecked={tapped?.share ?? true} />
          <span>{said.share}</span>
        </label>
        <button type="submit" name="intent" value="feedback" className="btn pri lg">
          {said.send}
        </button>
      </Form>
    </section>
  )
}
