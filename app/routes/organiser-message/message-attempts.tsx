import type { ReactNode } from 'react'
import { fill } from '~/app/i18n/fill'
import type { MessagePageData } from './route'

/** Each try to hand it to a service, with what the service told of it afterwards. */
export function MessageAttempts({
  message,
  words,
  time,
}: Pick<MessagePageData, 'message' | 'words'> & { time: (at: Date) => ReactNode }) {
  const said = words.one
  const statuses: Readonly<Record<string, string>> = said.status
  return (
    <section>
      <h2>{said.attempts}</h2>
      {message.attempts.length === 0 ? (
        <p className="mut">{said.noAttempts}</p>
      ) : (
        <ol className="attempts">
          {message.attempts.map((attempt) => (
            <li key={attempt.number}>
              <b>
                {fill(said.attempt, { number: attempt.number, channel: words.channels[attempt.channel] })}
              </b>
              <span className="mut sm">{time(attempt.startedAt)}</span>
              <span>
                {attempt.failure
                  ? words.failures[attempt.failure]
                  : attempt.endedAt
                    ? said.accepted
                    : said.open}
                {attempt.serviceCode ? (
                  <>
                    {' '}
                    <bdi className="mut sm">
                      {fill(words.channelState.code, { code: attempt.serviceCode })}
                    </bdi>
                  </>
                ) : null}
              </span>
              {attempt.serviceId ? <bdi className="mut xs id">{attempt.serviceId}</bdi> : null}
              {attempt.statuses.map((told) => (
                <span key={told.status} className="sm">
                  {statuses[told.status] ?? told.status}
                  {told.errorCode === null
                    ? ' '
                    : ` (${fill(words.channelState.code, { code: told.errorCode })}) `}
                  <span className="mut">{time(told.at)}</span>
                </span>
              ))}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
