import { Form, useNavigation } from '@remix-run/react'
import { type ReactNode, useEffect, useState } from 'react'
import type { CodeView } from '~/domain/account/read-code.server'
import { fill, fillPlural } from '../i18n/fill'
import type { PageWords } from '../i18n/page-words.server'
import { useLocale } from '../i18n/use-words'
import { Field } from './field'
import { Filled } from './filled'
import { Note } from './note'
import './code-form.css'

/** What came of a code, as an action answers it. */
export type CodeFailure =
  | { kind: 'missing' | 'expired' | 'used' | 'unknown' | 'unavailable' }
  | { kind: 'wrong'; triesLeft: number }
  /** Of codes given, or of codes asked for. */
  | { kind: 'too-many'; of: 'tries' | 'codes'; minutes: number }
  | { kind: 'wait'; seconds: number }

interface CodeFormProps {
  words: PageWords['entering']['code']
  /** `PageWords.entering.address.tooMany`: said where too many codes were asked for. */
  tooManyCodes: PageWords['entering']['address']['tooMany']
  code: CodeView
  failed: CodeFailure | null
  /** The code as typed, where it hasn't been tried. */
  typed?: string
  /** A new code has just been sent. */
  sentAgain?: boolean
  /** Else 'Continue'. */
  submit?: string
  /** Sent with both forms. */
  hidden?: Readonly<Record<string, string>>
  /** Where another address can be given; without, there is no other. */
  change?: ReactNode
  /** Between the code and the button. */
  children?: ReactNode
}

/**
 * Six digits in one field, and a new code after a minute. Posts to its own page: `intent` is 'prove' (with
 * `code`) or 'resend'.
 */
export function CodeForm({
  words,
  tooManyCodes,
  code,
  failed,
  typed = '',
  sentAgain,
  submit,
  hidden = {},
  change,
  children,
}: CodeFormProps) {
  const locale = useLocale()
  const isBusy = useNavigation().state !== 'idle'
  const atField = failed?.kind === 'missing' || failed?.kind === 'wrong'
  const sentence = failed ? failureSentence(failed, { words, tooManyCodes, locale }) : undefined
  const more = Object.entries(hidden).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
  return (
    <div className="code-form">
      {failed && !atField ? <Note tone="bad">{sentence}</Note> : null}
      {sentAgain && !failed ? <Note tone="ok">{words.sentAgain}</Note> : null}
      {code.shownCode ? (
        <div className="demonstration">
          <Filled
            sentence={words.demonstration}
            values={{
              code: (
                <bdi dir="ltr" className="num b" data-code>
                  {code.shownCode}
                </bdi>
              ),
            }}
          />
        </div>
      ) : (
        <p>
          <Filled
            sentence={words.sent[code.channel]}
            values={{ address: <bdi dir="ltr">{code.masked}</bdi>, minutes: code.minutes }}
          />
        </p>
      )}
      {code.isDoubtful ? <Note>{words.doubtful[code.channel]}</Note> : null}
      {/* A new page, not only its data: the header says who is signed in. */}
      <Form method="post" noValidate reloadDocument className="give">
        {more}
        <Field
          name="code"
          label={words.label}
          value={typed}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          problem={atField ? sentence : undefined}
          required
          ltr
        />
        {children}
        <button type="submit" name="intent" value="prove" className="btn pri lg" disabled={isBusy}>
          {submit ?? words.submit}
        </button>
      </Form>
      <div className="else">
        <Form method="post">
          {more}
          <Resend words={words} seconds={code.resendInSeconds} isBusy={isBusy} />
        </Form>
        {change}
      </div>
    </div>
  )
}

/** Waits for the minute to be over where there is JavaScript; without, the server says how long it is. */
function Resend({
  words,
  seconds,
  isBusy,
}: Pick<CodeFormProps, 'words'> & { seconds: number; isBusy: boolean }) {
  const locale = useLocale()
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => {
    const until = Date.now() + seconds * 1000
    const tell = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)))
    tell()
    const timer = setInterval(tell, 1000)
    return () => clearInterval(timer)
  }, [seconds])
  if (left) return <p className="mut">{fillPlural(words.resendIn, left, locale)}</p>
  return (
    <button type="submit" name="intent" value="resend" className="btn line" disabled={isBusy}>
      {words.resend}
    </button>
  )
}

function failureSentence(
  failed: CodeFailure,
  {
    words,
    tooManyCodes,
    locale,
  }: Pick<CodeFormProps, 'words' | 'tooManyCodes'> & {
    locale: ReturnType<typeof useLocale>
  },
): string {
  if (failed.kind === 'missing') return words.missing
  if (failed.kind === 'wrong')
    return failed.triesLeft > 0 ? fillPlural(words.triesLeft, failed.triesLeft, locale) : words.lastTry
  if (failed.kind === 'wait') return fillPlural(words.wait, failed.seconds, locale)
  if (failed.kind === 'too-many')
    return fillPlural(failed.of === 'tries' ? words.tooManyTries : tooManyCodes, failed.minutes, locale)
  return fill(words.failures[failed.kind], {})
}
