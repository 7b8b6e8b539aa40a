import { Link } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import { useLocalePath } from '~/app/i18n/use-words'
import type { MeetingPageData } from './load-meeting.server'

/** A sample before one meets: the guest asks for it, and both sides see where it is. */
export function MeetingSamples({ page: { samples, meeting } }: { page: MeetingPageData }) {
  const to = useLocalePath()
  const { words, orders, add, ask } = samples
  if (orders.length === 0 && !add && !ask) return null
  return (
    <section className="stack">
      <h2>{words.title}</h2>
      {orders.length > 0 ? (
        <ul className="stack">
          {orders.map(({ id, number, state, tone }) => (
            <li key={id} className="row wrapx">
              <Icon name="package" />
              <Link to={to(`/orders/${id}`)}>
                <bdi>{number}</bdi>
              </Link>
              <span className={`tag ${tone}`}>{state}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="mut">{words.lead}</p>
      )}
      {add ? (
        <form method="post" action={to('/cart')}>
          <input type="hidden" name="slug" value={add} />
          <input type="hidden" name="meeting" value={meeting.id} />
          <button type="submit" className="btn line">
            {words.add}
          </button>
        </form>
      ) : ask ? (
        <p>
          <Link className="btn line" to={to(ask)}>
            {words.ask}
          </Link>
        </p>
      ) : null}
    </section>
  )
}
