import { Link } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocalePath } from '~/app/i18n/use-words'
import type { AccountView } from '~/domain/account/read-account.server'
import { CHANNELS } from '~/domain/shared/message-enums'

/** Where somebody is reached, each with its state and the way to another. */
export function Addresses({ account, words }: { account: AccountView; words: PageWords['me'] }) {
  const to = useLocalePath()
  const said = words.addresses
  const label = {
    whatsapp: account.addresses.whatsapp ? said.changeWhatsapp : said.addWhatsapp,
    mail: account.addresses.mail ? said.changeMail : said.addMail,
  }
  return (
    <section>
      <h2>{said.title}</h2>
      <ul className="account-rows">
        {CHANNELS.map((channel) => {
          const address = account.addresses[channel]
          return (
            <li key={channel}>
              <div>
                <span className="mut sm">{said[channel]}</span>
                <br />
                {address ? <bdi dir="ltr">{address.shown}</bdi> : <span className="mut">{said.none}</span>}{' '}
                {address ? (
                  <span className={`tag ${address.isProven ? 'ok' : 'warn'}`}>
                    {address.isProven ? <Icon name="circle-check" /> : null}
                    {address.isProven ? said.proven : said.unproven}
                  </span>
                ) : null}
              </div>
              {account.isShared ? null : (
                <Link to={to(`/account/address/${channel}`)} className="btn line" aria-label={label[channel]}>
                  {address ? said.change : said.add}
                </Link>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
