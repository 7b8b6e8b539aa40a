import { Form, Link } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import { MessageStateTag } from '~/app/components/message-state-tag'
import { formatShortDay, formatTime } from '~/app/i18n/format'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { isRetryable, type MessageRow } from '~/domain/message/message-view'
import { FilterFields } from './retry-all'
import type { MessagesPage } from './route'

/** One message of the list, with its one tap. */
export function MessageLine({
  row,
  page,
  asksAgain,
}: {
  row: MessageRow
  page: MessagesPage
  /** It was tapped, and may have arrived already. */
  asksAgain: boolean
}) {
  const { words, zone, filter, list } = page
  const locale = useLocale()
  const to = useLocalePath()
  const said = words.list
  const time = `${formatShortDay(row.createdAt, locale, zone)} ${formatTime(row.createdAt, locale, zone)}`
  return (
    <li>
      <div>
        <h2>
          <Link to={to(`/organiser/messages/${row.id}`)}>{words.templates[row.template]}</Link>
        </h2>
        <p className="facts sm">
          <span>
            {said.to} <bdi>{row.personName ?? said.noName}</bdi>
            {row.organisationName ? (
              <>
                {locale === 'ar' ? '، ' : ', '}
                <bdi>{row.organisationName}</bdi>
              </>
            ) : null}
          </span>
          <span className="mut">
            {row.channel ? `${words.channels[row.channel]} ` : ''}
            {row.address ? <bdi dir="ltr">{row.address}</bdi> : said.laterAddress}
          </span>
          <time className="mut" dateTime={row.createdAt.toISOString()}>
            {time}
          </time>
        </p>
        <p className="row wrapx tags">
          <MessageStateTag state={row.state} words={words.states} />
          {row.isExpired ? <span className="tag">{said.expired}</span> : null}
          {row.failure ? <FailureText failure={row.failure} words={words} /> : null}
        </p>
      </div>
      {isRetryable(row.state) && !row.isExpired ? (
        <Form method="post" className="do" replace>
          <input type="hidden" name="intent" value="retry" />
          <input type="hidden" name="id" value={row.id} />
          <input type="hidden" name="page" value={list.page} />
          <FilterFields filter={filter} />
          {row.state === 'unknown' && asksAgain ? (
            <>
              <p className="sm">{words.retry.unknownNote}</p>
              <button type="submit" className="btn danger" name="mayRepeat" value="yes">
                {words.retry.unknownConfirm}
              </button>
            </>
          ) : (
            <button type="submit" className="btn">
              <Icon name="refresh-cw" />
              {row.state === 'unknown' ? said.retryUnknown : said.retry}
            </button>
          )}
        </Form>
      ) : null}
    </li>
  )
}

/** What it means, where it is known; else as the service said it. */
export function FailureText({ failure, words }: { failure: string; words: MessagesPage['words'] }) {
  const [kind] = failure.split(/[:\s]/)
  const known = Object.entries(words.failures).find(([code]) => code === kind)?.[1]
  return <span className="sm">{known ?? <bdi>{failure}</bdi>}</span>
}
