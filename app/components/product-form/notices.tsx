import { useEffect, useRef } from 'react'
import { Icon } from '~/app/components/icon'
import { fill } from '~/app/i18n/fill'
import { formatShortDay, formatTime } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'
import { type FaultPlace, type Faults, faultTarget } from './faults'
import type { ProductAnswer } from './form-state'
import { type PickField, TwoEditors } from './two-editors'

type Words = PageWords['studioProducts']

/** What came of sending the form: takes the focus, and leads to each field that is to be mended. */
export function Summary({
  answer,
  faults,
  words,
  storedHref,
  onPick,
}: {
  answer: ProductAnswer | null
  faults: Faults
  words: Words
  storedHref: string
  /** Fills one field anew with what was chosen for it. */
  onPick: PickField
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (answer && !answer.onlyChanged) box.current?.focus()
  }, [answer])
  if (!answer || answer.onlyChanged) return null
  const places = Object.entries(faults) as [FaultPlace, string][]
  return (
    <div className="note bad" role="alert" tabIndex={-1} ref={box}>
      <Icon name="triangle-alert" />
      <div className="stack">
        {answer.unavailable ? <p>{words.form.unavailable}</p> : null}
        {answer.changed ? (
          <TwoEditors changed={answer.changed} words={words} storedHref={storedHref} onPick={onPick} />
        ) : null}
        {places.length > 0 ? (
          <>
            <b>{words.form.summary}</b>
            <ul>
              {places.map(([place, sentence]) => (
                <li key={place}>
                  <a href={`#${faultTarget(place)}`}>{sentence}</a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </div>
  )
}

/** What this device still has of an earlier visit. */
export function KeptNotice({
  at,
  words: { form },
  onRestore,
  onDiscard,
}: {
  at: number
  words: Words
  onRestore: () => void
  onDiscard: () => void
}) {
  const locale = useLocale()
  const date = new Date(at)
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const clock = formatTime(date, locale, timeZone)
  const isToday = date.toDateString() === new Date().toDateString()
  const time = isToday ? clock : `${formatShortDay(date, locale, timeZone)} ${clock}`
  return (
    <div className="note kept" role="status">
      <Icon name="history" />
      <p>{fill(form.kept, { time })}</p>
      <p className="row wrapx">
        <button type="button" className="btn s" onClick={onRestore}>
          {form.restore}
        </button>
        <button type="button" className="btn s quiet" onClick={onDiscard}>
          {form.discard}
        </button>
      </p>
    </div>
  )
}
