import { Form } from '@remix-run/react'
import { Field } from '~/app/components/field'
import type { OrderPage, Refused } from './route'

/** Calling the order off, for whoever can't be left to do it. */
export function CancelOrder({ page: { order, words }, refused }: { page: OrderPage; refused: Refused }) {
  const said = words.cancel
  if (!order.actions.includes('cancel')) return null
  const own = refused && 'intent' in refused && refused.intent === 'cancel' ? refused : null
  return (
    <section>
      <details open={own !== null}>
        <summary className="btn line">{said.title}</summary>
        <Form method="post" className="fields" replace>
          <p>{said.text}</p>
          <Field
            id="cancel-reason"
            name="reason"
            label={said.reason}
            value={own?.typed.reason ?? ''}
            problem={own ? said.reasonMissing : undefined}
            rows={2}
            maxLength={500}
          />
          <button type="submit" name="intent" value="cancel" className="btn danger">
            {said.confirm}
          </button>
        </Form>
      </details>
    </section>
  )
}
