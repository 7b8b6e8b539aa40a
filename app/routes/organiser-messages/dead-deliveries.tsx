import { Form } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import { fill } from '~/app/i18n/fill'
import { formatNumber, formatShortDay, formatTime } from '~/app/i18n/format'
import { useLocale } from '~/app/i18n/use-words'
import { FilterFields } from './retry-all'
import type { MessagesPage } from './route'

/** What the product gave up beside messages: each can be repeated. */
export function DeadDeliveries({ page }: { page: MessagesPage }) {
  const { dead, words, zone, filter } = page
  const locale = useLocale()
  const said = words.dead
  return (
    <section>
      <h2>{said.title}</h2>
      <p className="mut">{said.text}</p>
      <ul className="message-list">
        {dead.rows.map((row) => (
          <li key={row.id}>
            <div>
              <h3>
                {Object.entries(said.topics).find(([topic]) => topic === row.topic)?.[1] ?? said.otherTopic}
              </h3>
              <p className="facts sm mut">
                <time dateTime={row.createdAt.toISOString()}>
                  {formatShortDay(row.createdAt, locale, zone)} {formatTime(row.createdAt, locale, zone)}
                </time>
                <span>{fill(said.attempts, { count: formatNumber(row.attempts, locale) })}</span>
                {row.reason ? <bdi>{row.reason}</bdi> : null}
              </p>
            </div>
            <Form method="post" className="do" replace>
              <input type="hidden" name="intent" value="delivery" />
              <input type="hidden" name="id" value={row.id} />
              <FilterFields filter={filter} />
              <button type="submit" className="btn">
                <Icon name="refresh-cw" />
                {said.retry}
              </button>
            </Form>
          </li>
        ))}
      </ul>
      {dead.total > dead.rows.length ? (
        <p className="mut">{fill(said.more, { count: formatNumber(dead.total, locale) })}</p>
      ) : null}
    </section>
  )
}
