import { Link } from '@remix-run/react'
import { useLocalePath } from '../i18n/use-words'
import { Note } from './note'

/** What the page keeps from those who aren't verified yet, and where to see how that stands. */
export function VerificationNote({
  note,
}: {
  /** `verificationNote(context.actor, page, locale)` */
  note: { text: string; more: string } | null
}) {
  const to = useLocalePath()
  if (!note) return null
  return (
    <Note>
      <p>
        {note.text} <Link to={to('/verification')}>{note.more}</Link>
      </p>
    </Note>
  )
}
