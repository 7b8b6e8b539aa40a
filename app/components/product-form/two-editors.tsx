import { Link } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { fill } from '~/app/i18n/fill'
import { formatShortDay, formatTime } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'
import { isolated } from '~/app/party-name'
import { useFieldLabel, useStoredValue } from './field-words'
import type { ChangedField, ProductAnswer } from './form-state'
import { PRODUCT_FORM, pickNames } from './picked-fields'

/** Fills one field anew. */
export type PickField = (change: ChangedField, side: 'mine' | 'theirs') => void

/**
 * Somebody else saved meanwhile: each field that differs with both contents, to choose from. A choice fills the
 * field below at once; without JavaScript the server does, when it is saved.
 */
export function TwoEditors({
  changed: { fields, by, at },
  words,
  storedHref,
  onPick,
}: {
  changed: NonNullable<ProductAnswer['changed']>
  words: PageWords['studioProducts']
  storedHref: string
  onPick: PickField
}) {
  const { form, choose } = words
  const locale = useLocale()
  const [isLive, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  return (
    <div className="two-editors">
      <b>{by ? fill(choose.title, { name: isolated(by, locale) }) : choose.unknown}</b>
      {at ? <SavedAt at={at} sentence={choose.at} /> : null}
      {fields.length === 0 ? (
        <p>{form.changedSame}</p>
      ) : (
        <>
          <p>{choose.text}</p>
          <div className="stored">
            {fields.map((change) => (
              <Choice key={change.field} change={change} words={words} isLive={isLive} onPick={onPick} />
            ))}
          </div>
          <p>
            <button type="submit" form={PRODUCT_FORM} name="intent" value="save" className="btn line">
              {choose.save}
            </button>
          </p>
        </>
      )}
      <p>
        <Link to={storedHref} reloadDocument>
          {choose.open}
        </Link>
      </p>
    </div>
  )
}

function SavedAt({ at, sentence }: { at: string; sentence: string }) {
  const locale = useLocale()
  const date = new Date(at)
  // The reader's own clock, once there is one.
  const [zone, setZone] = useState('Asia/Jakarta')
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  const time = `${formatShortDay(date, locale, zone)} ${formatTime(date, locale, zone)}`
  return <p className="sm">{fill(sentence, { time: isolated(time, locale) })}</p>
}

function Choice({
  change,
  words,
  isLive,
  onPick,
}: {
  change: ChangedField
  words: PageWords['studioProducts']
  isLive: boolean
  onPick: PickField
}) {
  const { choose } = words
  const { field, mine, theirs } = change
  const label = useFieldLabel(words)(field)
  const toldOf = useStoredValue(words)
  const names = pickNames(field)
  const side = (which: 'mine' | 'theirs') => (
    <label>
      <input
        type="radio"
        // Once the field itself shows the choice, that is what counts.
        name={isLive ? `shown-${names.pick}` : names.pick}
        form={isLive ? 'none' : PRODUCT_FORM}
        value={which}
        defaultChecked={change.pick === which}
        onChange={() => onPick(change, which)}
      />
      <span>
        <small>{choose[which]}</small>
        <bdi>{toldOf(field, change[which])}</bdi>
      </span>
    </label>
  )
  return (
    <fieldset>
      <legend>
        {label}{' '}
        {change.by ? (
          <small>
            {change.by === 'both' ? choose.both : change.by === 'them' ? choose.onlyThem : choose.onlyMe}
          </small>
        ) : null}
      </legend>
      {side('mine')}
      {side('theirs')}
      {isLive ? null : (
        <>
          <input type="hidden" form={PRODUCT_FORM} name={names.mine} value={written(field, mine)} />
          <input type="hidden" form={PRODUCT_FORM} name={names.theirs} value={written(field, theirs)} />
        </>
      )}
    </fieldset>
  )
}

const written = (field: ChangedField['field'], typed: ChangedField['mine']) =>
  field === 'tiers' ? JSON.stringify(typed.tiers) : typed[field]
