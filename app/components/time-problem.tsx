import { type ReactNode, useEffect, useRef } from 'react'
import { fill, fillPlural } from '../i18n/fill'
import { formatTime } from '../i18n/format'
import { useLocale } from '../i18n/use-words'
import type { MatchWords } from '../match-sentences'
import type { RefusedTime } from '../refused-time'
import { Icon } from './icon'

/** Why the wanted time came to nothing. It takes the focus, so that everybody learns it where it happened. */
export function TimeProblem({
  refused,
  zone,
  words,
  children,
}: {
  refused: RefusedTime
  zone: string
  words: MatchWords
  children?: ReactNode
}) {
  const locale = useLocale()
  const box = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (refused) box.current?.focus()
  }, [refused])
  const time = `\u2068${formatTime(refused.startsAt, locale, zone)}\u2069`
  return (
    // biome-ignore lint/a11y/noAutofocus: without JavaScript the answer is a new page, which should begin here.
    <p className="time-problem sm bad-t" role="alert" tabIndex={-1} ref={box} autoFocus>
      <Icon name="triangle-alert" />
      <span>
        <b>{fill(sentence(), { time })}</b> {children}
      </span>
    </p>
  )

  function sentence(): string {
    const { times } = words
    switch (refused.kind) {
      case 'taken':
        return refused.who === 'us' ? times.takenUs : times.takenThem
      case 'not-possible':
        return { past: times.past, 'too-soon': times.tooSoon, 'too-far': times.tooFar }[refused.why]
      case 'changed':
        return times.changed
      case 'unverified':
        return fillPlural(times.unverified, refused.most, locale)
      case 'wait':
        return fillPlural(words.tooMany, refused.minutes, locale)
    }
  }
}
