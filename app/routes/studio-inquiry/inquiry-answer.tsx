import { Form } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import { useLocalePath } from '~/app/i18n/use-words'
import { INQUIRY_STATES } from '~/domain/shared/enums'
import { direction } from '~/domain/shared/locale'
import type { InquiryPage } from './route'

/** The answer goes from the pesantren's own WhatsApp or mail; here it is only marked. */
export function InquiryAnswer({ page: { inquiry, words } }: { page: InquiryPage }) {
  const to = useLocalePath()
  const said = words.answer
  if (!inquiry.mayAnswer) return <p className="note">{said.readOnly}</p>
  const { draft, email } = inquiry
  const path = to(`/studio/inquiries/${inquiry.id}`)
  return (
    <section>
      <h2>{said.title}</h2>
      {draft || email ? (
        <div className="ways-to-answer">
          {draft ? (
            // A plain form: the answer leads out of this site, so the browser has to follow it by itself.
            <form method="post" action={path}>
              <input type="hidden" name="intent" value="whatsapp" />
              <button type="submit" className="btn wa lg">
                <Icon name="whatsapp" />
                {said.whatsapp}
              </button>
            </form>
          ) : null}
          {email ? (
            <a
              className={`btn lg ${draft ? 'line' : 'pri'}`}
              href={`mailto:${encodeURIComponent(email).replace('%40', '@')}?subject=${encodeURIComponent(said.mailSubject)}`}
            >
              <Icon name="send" />
              {said.mail}
            </a>
          ) : null}
        </div>
      ) : inquiry.withheld ? null : (
        <p className="mut">{said.noContact}</p>
      )}
      {email ? (
        <p className="sm mut">
          <bdi dir="ltr">{email}</bdi>
        </p>
      ) : null}
      {draft ? (
        <details open>
          <summary>
            <Icon name="chevron-down" />
            {said.draft}
          </summary>
          <div className="draft">
            <p className="text" lang={inquiry.locale} dir={direction(inquiry.locale)}>
              {draft.seller}
            </p>
            {draft.buyer === null ? null : (
              <p className="text" lang="id" dir="ltr">
                {draft.buyer}
              </p>
            )}
          </div>
        </details>
      ) : null}
      <div className="row wrapx marks">
        {INQUIRY_STATES.filter((state) => state !== inquiry.state).map((state) => (
          <Form key={state} method="post" replace>
            <button type="submit" className="btn quiet" name="to" value={state}>
              <Icon name={state === 'answered' ? 'check' : state === 'closed' ? 'x' : 'undo-2'} />
              {words.mark[state]}
            </button>
          </Form>
        ))}
      </div>
    </section>
  )
}
