import { fill } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { MOST_PHOTOS } from '~/domain/photo/photo-view'
import { Icon } from '../icon'
import { problemSentence } from './photo-row'
import type { Sending } from './sending'
import type { Uploads } from './use-uploads'

/** A photograph on its way: seen at once, with how far it is and what can be done about it. */
export function SendingRow({
  sending,
  words,
  uploads,
}: {
  sending: Sending
  words: PageWords['photos']
  uploads: Uploads
}) {
  const { key, name, preview, state, percent, problem } = sending
  const isBad = state === 'refused' || state === 'failed'
  return (
    <li className={`sending ${state}`}>
      <span className="thumb">
        <img
          src={preview}
          alt=""
          // What is no picture for this browser has none.
          onError={(event) => {
            event.currentTarget.hidden = true
          }}
        />
      </span>
      <div className="what">
        <p className={isBad ? 'bad-t' : undefined}>
          {isBad ? <Icon name="triangle-alert" /> : state === 'line' ? <Icon name="wifi-off" /> : null}
          <span role={isBad || state === 'line' ? 'status' : undefined}>{sentence()}</span>
        </p>
        <p className="xs mut name">
          <bdi>{name}</bdi>
        </p>
        {isBad || state === 'sent' ? null : (
          <progress max={100} value={percent} aria-label={fill(words.sendingNamed, { name })} />
        )}
        <div className="do">
          {state === 'sending' ? (
            <button type="button" className="btn s line" onClick={() => uploads.pause(key)}>
              {words.pause}
            </button>
          ) : null}
          {state === 'paused' || state === 'failed' || state === 'line' ? (
            <button type="button" className="btn s line" onClick={() => uploads.goOn(key)}>
              <Icon name="refresh-cw" />
              {state === 'paused' ? words.goOn : words.again}
            </button>
          ) : null}
          {state === 'sent' ? null : (
            <button
              type="button"
              className="btn s quiet"
              aria-label={fill(words.dropNamed, { name })}
              onClick={() => uploads.drop(key)}
            >
              {words.drop}
            </button>
          )}
        </div>
      </div>
    </li>
  )

  function sentence(): string {
    switch (state) {
      case 'queued':
        return words.queued
      case 'sending':
        return fill(words.sending, { percent })
      case 'paused':
        return fill(words.paused, { percent })
      case 'line':
        return words.lineLost
      case 'failed':
        return words.failed
      case 'refused':
        return problem === 'full'
          ? fill(words.tooMany, { most: MOST_PHOTOS })
          : problemSentence(problem, words)
      case 'sent':
        return words.preparing
    }
  }
}
