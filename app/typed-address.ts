import type { Channel } from '~/domain/shared/message-enums'

/** What an AddressField sends: both are kept, so that a change of mind loses nothing. */
export interface TypedAddress {
  channel: Channel
  phone: string
  email: string
}

export const NO_ADDRESS: TypedAddress = { channel: 'whatsapp', phone: '', email: '' }

/** An AddressField's values as typed. */
export function typedAddress(form: FormData): TypedAddress {
  const said = (name: string) => String(form.get(name) ?? '').slice(0, 300)
  return {
    channel: form.get('channel') === 'mail' ? 'mail' : 'whatsapp',
    phone: said('phone'),
    email: said('email'),
  }
}

/** The one that was chosen. */
export function chosenAddress({ channel, phone, email }: TypedAddress): { channel: Channel; text: string } {
  return { channel, text: channel === 'mail' ? email : phone }
}
