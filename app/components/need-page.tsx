import type { ReactNode } from 'react'
import { Icon } from './icon'
import { SampleTag } from './sample-tag'
import './need-page.css'

interface NeedPageProps {
  title: string
  lead: string | null
  /** What the reader should know before filling it in. */
  note: ReactNode
  isSample: boolean
  children: ReactNode
}

/** The frame of the pages on which a need is written. */
export function NeedPage({ title, lead, note, isSample, children }: NeedPageProps) {
  return (
    <main id="main" className="wrap need-write">
      <div className="stack">
        <div className="row wrapx">
          <h1>{title}</h1>
          {isSample ? <SampleTag /> : null}
        </div>
        {lead ? <p className="mut">{lead}</p> : null}
      </div>
      {note ? (
        <p className="need-note">
          <Icon name="info" />
          <span>{note}</span>
        </p>
      ) : null}
      {children}
    </main>
  )
}
