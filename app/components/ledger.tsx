import type { ReactNode } from 'react'
import { useWords } from '../i18n/use-words'

/** Facts ruled like an account book. */
export function Ledger({ children }: { children: ReactNode }) {
  return <dl className="ledger">{children}</dl>
}

/** One row; null, undefined and '' read 'not stated'. `note` is small print below. */
export function Fact({ label, note, children }: { label: string; note?: ReactNode; children: ReactNode }) {
  const { notStated } = useWords().common
  const empty = children === null || children === undefined || children === ''
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {empty ? <span className="mut not-stated">{notStated}</span> : children}
        {note ? <small>{note}</small> : null}
      </dd>
    </div>
  )
}
