import { Form, Link } from '@remix-run/react'
import { Field } from '~/app/components/field'
import { useLocalePath } from '~/app/i18n/use-words'
import { type MessageFilter, TAB_STATES } from '~/domain/message/message-view'
import { CHANNELS, MESSAGE_TEMPLATES } from '~/domain/shared/message-enums'
import { messageQuery } from './message-query'
import type { MessagesPage } from './route'

/** Which of the list are shown; the address keeps it, so that it can be sent to a colleague. */
export function MessageFilterForm({
  filter,
  isFiltered,
  words,
}: {
  filter: MessageFilter
  isFiltered: boolean
  words: MessagesPage['words']
}) {
  const to = useLocalePath()
  const said = words.filter
  return (
    <details className="message-filter" open={isFiltered}>
      <summary className="btn line">{said.more}</summary>
      {/* Another filter begins with its own values. */}
      <Form
        method="get"
        action={to('/organiser/messages')}
        key={messageQuery(filter).toString()}
        aria-label={said.label}
      >
        <input type="hidden" name="tab" value={filter.tab} />
        <Choice
          name="template"
          label={said.template}
          value={filter.template}
          any={said.anyTemplate}
          options={MESSAGE_TEMPLATES.map((one) => [one, words.templates[one]])}
        />
        <Choice
          name="state"
          label={said.state}
          value={filter.state}
          any={said.anyState}
          options={TAB_STATES[filter.tab].map((one) => [one, words.states[one]])}
        />
        <Choice
          name="channel"
          label={said.channel}
          value={filter.channel}
          any={said.anyChannel}
          options={CHANNELS.map((one) => [one, words.channels[one]])}
        />
        <Field name="day" type="date" label={said.day} value={filter.day ?? ''} />
        <Field name="q" label={said.search} value={filter.search ?? ''} ltr maxLength={200} />
        <p className="row">
          <button type="submit" className="btn">
            {said.submit}
          </button>
          {isFiltered ? (
            <Link className="btn quiet" to={`${to('/organiser/messages')}?tab=${filter.tab}`}>
              {said.clear}
            </Link>
          ) : null}
        </p>
      </Form>
    </details>
  )
}

function Choice({
  name,
  label,
  value,
  any,
  options,
}: {
  name: string
  label: string
  value: string | null
  any: string
  options: readonly (readonly [string, string])[]
}) {
  return (
    <div className="fld">
      <label className="lab" htmlFor={`filter-${name}`}>
        {label}
      </label>
      <select className="in" id={`filter-${name}`} name={name} defaultValue={value ?? ''}>
        <option value="">{any}</option>
        {options.map(([option, said]) => (
          <option key={option} value={option}>
            {said}
          </option>
        ))}
      </select>
    </div>
  )
}
