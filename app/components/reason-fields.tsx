import { type EndingAction, REASON_LENGTH, reasonsFor } from '~/domain/meeting/end-reason'
import type { MeetingSide } from '~/domain/shared/enums'
import type { PageWords } from '../i18n/page-words.server'
import { Field, FieldNotes } from './field'
import './reason-fields.css'

interface ReasonFieldsProps {
  action: EndingAction
  side: MeetingSide
  words: Pick<PageWords['meeting'], 'reason' | 'ownReason' | 'reasons'>
  problem?: string | undefined
  /** What was chosen and typed before. */
  code?: string | undefined
  text?: string | undefined
  /** Where several such forms stand on one page. */
  id: string
}

/** Why a meeting doesn't take place: a likely reason, one's own words, or both. */
export function ReasonFields({ action, side, words, problem, code, text = '', id }: ReasonFieldsProps) {
  return (
    <div className="reasons">
      <fieldset className="fld" aria-describedby={problem ? `${id}-problem` : undefined}>
        <legend>{words.reason}</legend>
        <div className="chips">
          {reasonsFor(action, side).map((reason) => (
            <label key={reason} className="chip">
              <input type="radio" name="code" value={reason} defaultChecked={reason === code} />
              {words.reasons[reason]}
            </label>
          ))}
        </div>
        <FieldNotes id={id} problem={problem} />
      </fieldset>
      <Field
        id={`${id}-text`}
        name="text"
        label={words.ownReason}
        value={text}
        maxLength={REASON_LENGTH}
        rows={2}
      />
    </div>
  )
}
