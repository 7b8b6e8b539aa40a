import { Link } from '@remix-run/react'
import { AddressField } from '~/app/components/address-field'
import { Note } from '~/app/components/note'
import { fillPlural } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import { NO_ADDRESS, type TypedAddress } from '~/app/typed-address'
import type { AskCodeOutcome } from '~/domain/account/ask-code.server'

export interface CodeSignInAnswer {
  way: 'code'
  typed: TypedAddress
  failed:
    | Extract<AskCodeOutcome, { kind: 'address' }>
    | { kind: 'too-many'; minutes: number }
    | { kind: 'unavailable' }
}

interface CodeSignInProps {
  words: PageWords['entering']['signIn']
  addressWords: PageWords['entering']['address']
  next: string
  answer: CodeSignInAnswer | null
}

/** The way in that everybody has: a code to their own address. */
export function CodeSignIn({ words, addressWords, next, answer }: CodeSignInProps) {
  const locale = useLocale()
  const to = useLocalePath()
  const { errors } = useWords()
  const failed = answer?.failed
  return (
    <>
      <form method="post" noValidate>
        {failed?.kind === 'too-many' ? (
          <Note tone="bad">{fillPlural(addressWords.tooMany, failed.minutes, locale)}</Note>
        ) : failed?.kind === 'unavailable' ? (
          <Note tone="bad">{`${errors.unavailable.title}. ${words.notSent}`}</Note>
        ) : null}
        {next ? <input type="hidden" name="next" value={next} /> : null}
        <AddressField
          words={addressWords}
          typed={answer?.typed ?? NO_ADDRESS}
          problem={failed?.kind === 'address' ? addressWords.problems[failed.problem] : undefined}
        />
        <button type="submit" className="btn pri lg">
          {words.send}
        </button>
      </form>
      <p className="sm mut">{words.noPassword}</p>
      <p>
        <Link to={to('/join')}>{words.join}</Link>
      </p>
      <p className="sm">
        <Link to={to('/privacy')}>{words.privacy}</Link>
      </p>
    </>
  )
}
