import { Link, useLocation } from '@remix-run/react'
import { useLocalePath, useWords } from '../i18n/use-words'
import { Icon } from './icon'

interface ContactProps {
  contact: 'whatsapp' | 'form'
  booth: string
  product?: string
  /** How many units the reader has chosen. */
  quantity?: number | null
  /** For the bar at the foot of a phone. */
  short?: boolean
}

/**
 * The one way to turn to a booth that is filled: WhatsApp where it has a number, else the inquiry form.
 * A plain form: the answer leads out of this site, so the browser has to follow it by itself.
 */
export function ContactButton({ contact, booth, product, quantity, short = false }: ContactProps) {
  const words = useWords().chat
  const to = useLocalePath()
  const { pathname } = useLocation()
  const size = short ? '' : 'lg'
  if (contact === 'form') {
    return (
      <Link className={`btn pri full ${size}`} to={to(subjectPath('/inquiry', { booth, product, quantity }))}>
        <Icon name="send" />
        {words.write}
      </Link>
    )
  }
  return (
    // What it is about stands in the address, so that a refusal has one to come back to.
    <form method="post" action={to(subjectPath('/chat', { booth, product, quantity }))}>
      <input type="hidden" name="page" value={pathname} />
      <button type="submit" className={`btn wa full ${size}`}>
        <Icon name="whatsapp" />
        {short ? words.chatShort : words.chat}
      </button>
    </form>
  )
}

/** The inquiry form, for those without WhatsApp. */
export function WriteLink({ booth, product, quantity }: Omit<ContactProps, 'contact' | 'short'>) {
  const to = useLocalePath()
  return (
    <Link className="btn" to={to(subjectPath('/inquiry', { booth, product, quantity }))}>
      {useWords().chat.write}
    </Link>
  )
}

/** A need that begins with what the reader looks at, and leads to a time to meet. */
export function MeetLink({ booth, product, quantity }: Omit<ContactProps, 'contact' | 'short'>) {
  const to = useLocalePath()
  return (
    <Link className="btn" to={to(subjectPath('/needs/new', { booth, product, quantity }))}>
      {useWords().booth.meet}
    </Link>
  )
}

/** The message that WhatsApp opens with, shown before. */
export function Draft({ text }: { text: string }) {
  const words = useWords().chat
  return (
    <div className="draft">
      <b>{words.draftTitle}</b>
      <p>
        <span className="text">{text}</span>{' '}
        {words.draftAlsoIndonesian ? <span className="mut">{words.draftAlsoIndonesian}</span> : null}
      </p>
    </div>
  )
}

function subjectPath(
  path: string,
  { booth, product, quantity }: Omit<ContactProps, 'contact' | 'short'>,
): string {
  const query = new URLSearchParams({ booth })
  if (product) query.set('product', product)
  if (quantity) query.set('qty', String(quantity))
  return `${path}?${query}`
}
