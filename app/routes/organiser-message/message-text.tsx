import { Note } from '~/app/components/note'
import { fill } from '~/app/i18n/fill'
import type { RenderedMessage } from '~/domain/message/rendered-message'
import { direction } from '~/domain/shared/locale'
import type { MessagePageData } from './route'

/** The message as it goes, by either channel, in the receiver's language. */
export function MessageText({ message, words }: Pick<MessagePageData, 'message' | 'words'>) {
  const said = words.one
  const { rendered, locale } = message
  if (!rendered) {
    return (
      <section>
        <h2>{said.what}</h2>
        <p className="mut">{said.erased}</p>
      </section>
    )
  }
  const opens = message.template === 'sign-in-code' || message.template === 'organisation-invitation'
  const { whatsapp, mail } = rendered
  return (
    <section>
      <h2>{said.what}</h2>
      {message.isHidden ? <p className="mut">{said.hidden}</p> : null}
      {opens && !message.isHidden ? <Note>{said.readable}</Note> : null}
      <div className="columns">
        <div>
          <h3>{said.whatsapp}</h3>
          <p className="sm mut">
            <bdi>{fill(said.template, { name: whatsapp.name })}</bdi>
          </p>
          <div className="shown-message" lang={locale} dir={direction(locale)}>
            <p className="text">{whatsapp.freeText}</p>
          </div>
          <Buttons buttons={whatsapp.buttons} label={said.buttons} />
        </div>
        <div>
          <h3>{said.mail}</h3>
          <p className="sm">
            <span className="mut">{said.subject}</span>{' '}
            <b lang={mail.lang} dir={mail.dir}>
              <bdi>{mail.subject}</bdi>
            </b>
          </p>
          <div className="shown-message" lang={mail.lang} dir={mail.dir}>
            {mail.blocks.map((block) => (
              <MailBlock key={JSON.stringify(block)} block={block} />
            ))}
          </div>
        </div>
      </div>
    </section>
  )
}

function Buttons({ buttons, label }: { buttons: RenderedMessage['whatsapp']['buttons']; label: string }) {
  const titles = buttons.flatMap((button) => ('title' in button ? [button.title] : []))
  if (titles.length === 0) return null
  return (
    <p className="sm">
      <span className="mut">{label}</span> <bdi>{titles.join(' · ')}</bdi>
    </p>
  )
}

/** A link is shown and not followed: it is the receiver's. */
function MailBlock({ block }: { block: RenderedMessage['mail']['blocks'][number] }) {
  switch (block.kind) {
    case 'paragraph':
      return <p className="text">{block.text}</p>
    case 'small':
      return <p className="text sm mut">{block.text}</p>
    case 'code':
      return (
        <p>
          <b className="code">
            <bdi>{block.code}</bdi>
          </b>
        </p>
      )
    case 'facts':
      return (
        <ul>
          {block.rows.map(({ label, value }) => (
            <li key={label}>
              <span className="mut">{label}</span> <bdi>{value}</bdi>
            </li>
          ))}
        </ul>
      )
    case 'button':
      return (
        <p>
          <b>{block.label}</b>
        </p>
      )
  }
}
