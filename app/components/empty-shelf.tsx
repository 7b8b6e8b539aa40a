import type { ReactNode } from 'react'
import { BareShelf } from './bare-shelf'

/** An empty list: why it is empty and one next step, where there is one. */
export function EmptyShelf({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <BareShelf />
      <div className="stack">
        <b>{title}</b>
        {children}
      </div>
    </div>
  )
}
