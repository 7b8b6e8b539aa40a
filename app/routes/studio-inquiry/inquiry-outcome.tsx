import { Form } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import { INQUIRY_OUTCOMES } from '~/domain/shared/enums'
import type { InquiryPage } from './route'

/** What came of it, in one tap; another tap says something else. */
export function InquiryOutcomeForm({ page: { inquiry, words } }: { page: InquiryPage }) {
  if (!inquiry.mayAnswer) return null
  return (
    <section id="outcome">
      <h2>{words.outcomeTitle}</h2>
      <Form method="post" replace preventScrollReset className="row wrapx outcomes">
        {INQUIRY_OUTCOMES.map((outcome) => (
          <button
            key={outcome}
            type="submit"
            className="btn line"
            name="outcome"
            value={outcome}
            aria-pressed={inquiry.outcome === outcome}
          >
            {inquiry.outcome === outcome ? <Icon name="check" /> : null}
            {words.outcomes[outcome]}
          </button>
        ))}
        {inquiry.outcome ? (
          <button type="submit" className="btn quiet" name="outcome" value="">
            <Icon name="undo-2" />
            {words.outcomeClear}
          </button>
        ) : null}
      </Form>
      <p className="sm mut">{words.outcomeText}</p>
    </section>
  )
}
