import { Form, Link, useNavigation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { Field } from '~/app/components/field'
import { FoundText } from '~/app/components/found-text'
import { Icon } from '~/app/components/icon'
import { MiniSign } from '~/app/components/sign'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import type { InquiryFieldName, InquiryProblem } from '~/domain/inquiry/inquiry.schema'
import type { InquirySubject } from '~/domain/inquiry/open-inquiry.server'

export interface InquiryAnswer {
  values: Record<string, string>
  token: string
  problems: Partial<Record<InquiryFieldName, InquiryProblem>>
  /** Sent too often: minutes to wait. */
  waitMinutes: number | null
  /** The data could not be reached. */
  unavailable?: boolean
}

interface InquiryFormProps {
  /** Null: the data cannot be reached, and what was typed is all there is. */
  subject: (InquirySubject & { quantity: string; message: string }) | null
  answer: InquiryAnswer | null
}

export function InquiryForm({ subject, answer }: InquiryFormProps) {
  const words = useWords().chat
  const sending = useNavigation().state !== 'idle'
  const locale = useLocale()
  const booth = subject?.booth
  const problemOf = (problem: InquiryProblem | undefined) => problem && words.problems[problem]
  const field = (name: InquiryFieldName, first = '') => ({
    name,
    value: answer?.values[name] ?? first,
    problem: problemOf(answer?.problems[name]),
  })
  return (
    <main id="main" className="wrap inquiry">
      <h1>{booth ? words.inquiryTitle((locale === 'ar' && booth.nameArabic) || booth.name) : words.write}</h1>
      {subject ? <Subject subject={subject} /> : null}
      {booth?.isSample ? (
        <p className="note">{words.inquirySample}</p>
      ) : (
        <p className="mut">{words.inquiryIntro}</p>
      )}
      <Form method="post" noValidate>
        <Summary answer={answer} />
        <input type="hidden" name="token" value={answer?.token ?? subject?.token} />
        <p className="vh" aria-hidden="true">
          <label>
            {words.website}
            <input name="website" tabIndex={-1} autoComplete="off" />
          </label>
        </p>
        <Field {...field('name')} label={words.name} autoComplete="name" maxLength={120} required />
        <fieldset className="contacts">
          <legend className="mut sm">{words.oneIsEnough}</legend>
          <Field
            {...field('email')}
            label={words.email}
            type="email"
            autoComplete="email"
            maxLength={254}
            ltr
          />
          <Field
            {...field('phone')}
            label={words.phone}
            type="tel"
            autoComplete="tel"
            maxLength={40}
            hint={words.phoneHint}
            ltr
          />
        </fieldset>
        <Field
          {...field('quantity', subject?.quantity)}
          label={words.quantity}
          inputMode="numeric"
          maxLength={20}
        />
        <Field
          {...field('message', subject?.message)}
          label={words.message}
          hint={words.messageHint}
          required
          rows={5}
          maxLength={2000}
        />
        <p className="sm mut">{words.privacy}</p>
        <button type="submit" className="btn pri lg" disabled={sending}>
          <Icon name="send" />
          {words.send}
        </button>
      </Form>
    </main>
  )
}

function Subject({ subject: { booth, product } }: { subject: InquirySubject }) {
  const words = useWords().chat
  const to = useLocalePath()
  return (
    <p className="row wrapx">
      <MiniSign slug={booth.slug} name={booth.name} nameArabic={booth.nameArabic} />
      {product ? (
        <span>
          {`${words.inquiryAbout}: `}
          <Link to={to(`/products/${product.slug}`)}>
            <FoundText of={product.name} />
          </Link>
        </span>
      ) : null}
    </p>
  )
}

/** Takes the focus after an answer, so that everybody learns what happened. */
function Summary({ answer }: { answer: InquiryAnswer | null }) {
  const { chat: words, errors } = useWords()
  const box = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (answer) box.current?.focus()
  }, [answer])
  if (!answer) return null
  return (
    <p className="note bad" role="alert" tabIndex={-1} ref={box}>
      <Icon name="triangle-alert" />
      {answer.unavailable
        ? `${errors.unavailable.title}. ${words.notSent}`
        : answer.waitMinutes === null
          ? words.fixErrors
          : words.tooMany(answer.waitMinutes)}
    </p>
  )
}
