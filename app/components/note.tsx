import { useLocation } from '@remix-run/react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Icon } from './icon'
import './note.css'

interface NoteProps {
  tone?: 'ok' | 'bad'
  /** It tells what became of the form that was just sent. */
  takesFocus?: boolean
  children: ReactNode
}

/**
 * What has just happened, with its next step. One that says what went wrong takes the focus, so that
 * everybody learns of it; again with each answer that is still not right.
 */
export function Note({ tone, takesFocus = tone === 'bad', children }: NoteProps) {
  const box = useRef<HTMLDivElement>(null)
  const { key } = useLocation()
  useEffect(() => {
    if (takesFocus && key) box.current?.focus()
  }, [takesFocus, key])
  return (
    <div
      className={`note ${tone ?? ''}`}
      role={tone === 'bad' ? 'alert' : 'status'}
      tabIndex={takesFocus ? -1 : undefined}
      ref={box}
    >
      <Icon name={tone === 'bad' ? 'triangle-alert' : tone === 'ok' ? 'circle-check' : 'info'} />
      <div className="body">{children}</div>
    </div>
  )
}
