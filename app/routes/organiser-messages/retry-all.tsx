import { Form, Link, useLocation } from '@remix-run/react'
import { Note } from '~/app/components/note'
import { fill, fillPlural } from '~/app/i18n/fill'
import { formatNumber } from '~/app/i18n/format'
import { useLocale } from '~/app/i18n/use-words'
import { type MessageFilter, RETRYABLE } from '~/domain/message/message-view'
import { messageQuery } from './message-query'
import type { MessagesPage } from './route'

/** The list that a form came from, so that it leads back there. */
export function FilterFields({ filter }: { filter: MessageFilter }) {
  return [...messageQuery(filter)].map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}

/** All of one kind at once, with the question that stands before it. */
export function RetryAll({ page }: { page: MessagesPage }) {
  const { list, filter, words } = page
  const locale = useLocale()
  if (filter.tab !== 'attention' || filter.search) return null
  const said = words.retry
  const states = RETRYABLE.filter(
    (state) => list.retryable[state] > 1 && (filter.state === null || filter.state === state),
  )
  return states.map((state) => {
    const count = formatNumber(list.retryable[state], locale)
    return (
      <details key={state} className="retry-all">
        <summary className="btn line">
          {words.states[state]}: {fill(said.all, { count })}
        </summary>
        <Form method="post" replace>
          <p className="note">
            {fill(state === 'unknown' ? said.allUnknownNote : said.allNote, {
              count,
              state: words.states[state],
            })}
          </p>
          <input type="hidden" name="intent" value="all" />
          <input type="hidden" name="retry" value={state} />
          <FilterFields filter={filter} />
          <button type="submit" className={`btn ${state === 'unknown' ? 'danger' : 'pri'}`}>
            {fill(said.allConfirm, { count })}
          </button>
        </Form>
      </details>
    )
  })
}

/** How far they are: looked at again on a tap, as the services take their time. */
export function RetryProgress({
  progress,
  words,
}: {
  progress: NonNullable<MessagesPage['progress']>
  words: MessagesPage['words']
}) {
  const locale = useLocale()
  const { pathname, search } = useLocation()
  const { queued, gone, waiting, failed } = progress
  const figures = Object.fromEntries(
    Object.entries({ gone, waiting, failed }).map(([name, value]) => [name, formatNumber(value, locale)]),
  )
  // They went, or their time ended, between the page and the tap.
  if (queued === 0) return <Note>{fillPlural(words.retry.progress, queued, locale)}</Note>
  return (
    <Note tone={waiting === 0 && failed === 0 ? 'ok' : undefined}>
      <b>{fillPlural(words.retry.progress, queued, locale)}</b>
      <progress
        max={queued}
        value={Math.min(queued, gone + failed)}
        aria-label={fillPlural(words.retry.progress, queued, locale)}
      />
      <p>{fill(words.retry.progressText, figures)}</p>
      {waiting > 0 ? (
        <p>
          <Link to={`${pathname}${search}`} replace>
            {words.retry.refresh}
          </Link>
        </p>
      ) : null}
    </Note>
  )
}
