import type { Reason } from '~/domain/shared/reason'
import { useLocale } from '../i18n/use-words'
import { type MatchWords, type ReasonReader, reasonSentence } from '../match-sentences'
import { Icon } from './icon'
import type { IconName } from './icon-name'
import './reasons.css'

const MARKS: Record<Reason['tone'], { icon: IconName; className: string }> = {
  good: { icon: 'check', className: 'ok-t' },
  short: { icon: 'triangle-alert', className: 'warn-t' },
  unknown: { icon: 'circle-help', className: 'mut' },
}

/** Why an offer suits, what it lacks and what isn't stated, each with its figures. */
export function Reasons({
  reasons,
  words,
  reader = 'guest',
}: {
  reasons: readonly Reason[]
  words: MatchWords
  reader?: ReasonReader
}) {
  const locale = useLocale()
  return (
    <ul className="why">
      {reasons.map((reason) => {
        const { icon, className } = MARKS[reason.tone]
        return (
          <li key={reason.code}>
            <span className={className}>
              <Icon name={icon} />
              <span className="vh">{words.tones[reason.tone]}</span>
            </span>
            <span>{reasonSentence(reason, words, locale, reader)}</span>
          </li>
        )
      })}
    </ul>
  )
}
