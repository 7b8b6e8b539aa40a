import type { ReactNode } from 'react'
import { fill } from '../i18n/fill'
import type { PageWords } from '../i18n/page-words.server'
import { SampleTag } from './sample-tag'
import './joining-page.css'

const STEPS = ['start', 'code', 'who', 'check'] as const

interface JoiningPageProps {
  words: PageWords['join']
  title: string
  lead?: ReactNode
  /** Null: before or after the steps. */
  step: (typeof STEPS)[number] | null
  isSample?: boolean
  children: ReactNode
}

/** The frame of the pages of joining: where one is, and one column to fill in. */
export function JoiningPage({ words, title, lead, step, isSample, children }: JoiningPageProps) {
  const at = step ? STEPS.indexOf(step) : -1
  return (
    <main id="main" className="wrap joining">
      {step ? (
        <div className="joining-steps">
          <p className="sm mut">{fill(words.progress, { step: at + 1 })}</p>
          <ol>
            {STEPS.map((name, index) => (
              <li
                key={name}
                className={index < at ? 'done' : undefined}
                aria-current={index === at ? 'step' : undefined}
              >
                {words.steps[name]}
              </li>
            ))}
          </ol>
        </div>
      ) : null}
      <div className="stack">
        <div className="row wrapx">
          <h1>{title}</h1>
          {isSample ? <SampleTag /> : null}
        </div>
        {lead ? <div className="mut">{lead}</div> : null}
      </div>
      {children}
    </main>
  )
}
