import { CHANNELS } from '~/domain/shared/message-enums'
import type { PageWords } from '../i18n/page-words.server'
import type { TypedAddress } from '../typed-address'
import { Field } from './field'
import { Icon } from './icon'
import './address-field.css'

interface AddressFieldProps {
  words: PageWords['entering']['address']
  typed: TypedAddress
  /** The sentence about what is wrong with the one that was chosen. */
  problem?: string | undefined
  /** Where two of these are on one page. */
  id?: string
}

/**
 * A WhatsApp number or an e-mail: one choice, and the field for it. Sends `channel`, `phone` and `email`
 * (read by app/typed-address.ts); works without JavaScript.
 */
export function AddressField({ words, typed, problem, id = 'address' }: AddressFieldProps) {
  return (
    <fieldset className="address-field">
      <legend className="lab">{words.way}</legend>
      {CHANNELS.map((channel) => (
        <input
          key={channel}
          type="radio"
          name="channel"
          value={channel}
          id={`${id}-${channel}`}
          className={`vh by-${channel}`}
          defaultChecked={typed.channel === channel}
        />
      ))}
      <div className="ways">
        {CHANNELS.map((channel) => (
          <label key={channel} htmlFor={`${id}-${channel}`}>
            <Icon name={channel === 'whatsapp' ? 'whatsapp' : 'send'} />
            {words.channels[channel]}
          </label>
        ))}
      </div>
      <div className="with-whatsapp">
        <Field
          id={`${id}-phone`}
          name="phone"
          label={words.phone}
          type="tel"
          autoComplete="tel"
          maxLength={40}
          value={typed.phone}
          hint={words.phoneHint}
          problem={typed.channel === 'whatsapp' ? problem : undefined}
          ltr
        />
      </div>
      <div className="with-mail">
        <Field
          id={`${id}-email`}
          name="email"
          label={words.email}
          type="email"
          autoComplete="email"
          maxLength={254}
          value={typed.email}
          problem={typed.channel === 'mail' ? problem : undefined}
          ltr
        />
      </div>
    </fieldset>
  )
}
