import { Form } from '@remix-run/react'
import { ActingField } from '~/app/components/acting-field'
import { EvidenceList } from '~/app/components/evidence-list'
import { describedBy, FieldNotes } from '~/app/components/field'
import { fill } from '~/app/i18n/fill'
import { formatMoney, formatNumber, formatWeekday } from '~/app/i18n/format'
import { useLocale } from '~/app/i18n/use-words'
import { isolated } from '~/app/party-name'
import { LONGEST_EVIDENCE } from '~/domain/order/disputes'
import type { DisputeView } from '~/domain/order/order-view'
import { money } from '~/domain/shared/money'
import type { StudioOrderPage } from './route'

/** What was typed for one dispute, and what is to be mended. */
export interface TypedEvidence {
  disputeId: string
  text: string
  problem: 'empty' | 'long' | 'closed' | null
  photoProblem: 'file-too-large' | 'file-not-a-photo' | null
}

/** Each time that the bank asks the money back: what is asked of the pesantren, until when, and how it ended. */
export function OrderDisputes({ page, typed }: { page: StudioOrderPage; typed: TypedEvidence | null }) {
  const { order, words, zone } = page
  const locale = useLocale()
  const said = words.dispute
  return order.disputes.map((dispute, at) => (
    <section key={dispute.id} className="dispute" id={`dispute-${at + 1}`}>
      <h2>
        {said.title}
        {order.disputes.length > 1 ? (
          <span className="mut">
            {' '}
            {fill(said.count, {
              n: formatNumber(at + 1, locale),
              of: formatNumber(order.disputes.length, locale),
            })}
          </span>
        ) : null}
      </h2>
      <p>{fill(said.amount, { amount: formatMoney(money(dispute.amountMinor), locale) })}</p>
      <p>{said[dispute.state]}</p>
      {dispute.state === 'open' && dispute.dueAt ? (
        <p>
          <b>{fill(said.due, { day: isolated(formatWeekday(dispute.dueAt, locale, zone), locale) })}</b>
        </p>
      ) : null}
      {dispute.evidence.length > 0 ? (
        <>
          <h3>{said.given}</h3>
          <EvidenceList orderId={order.id} evidence={dispute.evidence} picture={said.picture} zone={zone} />
        </>
      ) : null}
      {dispute.mayGiveEvidence ? (
        <EvidenceForm
          // What has been sent isn't left in it.
          key={dispute.evidence.length}
          dispute={dispute}
          typed={typed?.disputeId === dispute.id ? typed : null}
          words={words}
          field={`evidence-${at + 1}`}
        />
      ) : dispute.state === 'open' && page.mayWrite ? (
        <p className="mut">{said.enough}</p>
      ) : null}
    </section>
  ))
}

function EvidenceForm({
  dispute,
  typed,
  words,
  field,
}: {
  dispute: Pick<DisputeView, 'id'>
  typed: TypedEvidence | null
  words: StudioOrderPage['words']
  field: string
}) {
  const said = words.dispute
  const problem = typed?.problem ? said.problems[typed.problem] : undefined
  const photoProblem = typed?.photoProblem ? words.problems[typed.photoProblem] : undefined
  return (
    <Form method="post" encType="multipart/form-data" className="stack" noValidate>
      <ActingField />
      <input type="hidden" name="disputeId" value={dispute.id} />
      <ul className="asked">
        {said.asked.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <div className="fld">
        <label className="lab" htmlFor={field}>
          {said.text}
        </label>
        <textarea
          id={field}
          name="text"
          rows={5}
          dir="auto"
          maxLength={LONGEST_EVIDENCE}
          defaultValue={typed?.text ?? ''}
          className={`in ${problem ? 'err' : ''}`}
          {...describedBy(field, problem, said.textHint)}
        />
        <FieldNotes id={field} problem={problem} hint={said.textHint} />
      </div>
      <div className="fld">
        <label className="lab" htmlFor={`${field}-photo`}>
          {said.photo}
        </label>
        <input
          id={`${field}-photo`}
          type="file"
          name="photo"
          accept="image/jpeg,image/png,image/webp,image/avif"
          className={`in ${photoProblem ? 'err' : ''}`}
          {...describedBy(`${field}-photo`, photoProblem, said.photoHint)}
        />
        <FieldNotes id={`${field}-photo`} problem={photoProblem} hint={said.photoHint} />
      </div>
      <button type="submit" name="intent" value="evidence" className="btn line">
        {said.send}
      </button>
    </Form>
  )
}
