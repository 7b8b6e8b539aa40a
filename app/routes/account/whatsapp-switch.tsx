import { Form, useNavigation } from '@remix-run/react'
import type { PageWords } from '~/app/i18n/page-words.server'
import type { AccountView } from '~/domain/account/read-account.server'

/** Turns messages to WhatsApp on, with the sentence that is agreed to, and off. */
export function WhatsappSwitch({
  account,
  text,
  words,
}: {
  account: AccountView
  text: string
  words: PageWords['me']
}) {
  const isBusy = useNavigation().state !== 'idle'
  const said = words.messages
  const { whatsapp, mail } = account.addresses
  const state = !whatsapp ? said.noNumber : account.isWhatsappOn ? said.on : mail ? said.off : said.offNoMail
  return (
    <section>
      <h2>{said.title}</h2>
      <p>{state}</p>
      {whatsapp && !account.isShared ? (
        <Form method="post" preventScrollReset className="account-form">
          {account.isWhatsappOn ? null : <p className="sm">{text}</p>}
          <button
            type="submit"
            name="intent"
            value={account.isWhatsappOn ? 'whatsapp-off' : 'whatsapp-on'}
            className="btn line"
            disabled={isBusy}
          >
            {account.isWhatsappOn ? said.turnOff : said.turnOn}
          </button>
        </Form>
      ) : null}
      <p className="sm mut">{said.codes}</p>
    </section>
  )
}
