import { type ReactNode, useEffect, useRef } from 'react'
import { Icon } from './icon'
import './note.css'

/**
 * What has just happened, with its next step. One that says what went wrong takes the focus, so that
 * everybody learns of it.
 */
export function Note({ tone, children }: { tone?: 'ok' | 'bad'; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (tone === 'bad') box.current?.focus()
  }, [tone])
  return (
    <div
      className={`note ${tone ?? ''}`}
      role={tone === 'bad' ? 'alert' : 'status'}
      tabIndex={tone === 'bad' ? -1 : undefined}
      ref={box}
    >
      <Icon name={tone === 'bad' ? 'triangle-alert' : tone === 'ok' ? 'circle-check' : 'info'} />
      <div className="body">{children}</div>
    </div>
  )
}
