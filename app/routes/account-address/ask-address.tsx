import { Form, useNavigation } from '@remix-run/react'
import { Field } from '~/app/components/field'
import { Filled } from '~/app/components/filled'
import { Note } from '~/app/components/note'
import { fillPlural } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'
import type { OwnAddress } from '~/domain/account/read-account.server'
import type { Channel } from '~/domain/shared/message-enums'
import type { AddressAnswer } from './act.server'

interface AskAddressProps {
  page: {
    channel: Channel
    now: OwnAddress | null
    /** Before it had to be shown again that it is oneself. */
    typed: string
    words: PageWords['me']['address']
    addressWords: PageWords['entering']['address']
  }
  answer: AddressAnswer | null
  here: string
}

/** The new address, to which a code goes. */
export function AskAddress({ page, answer, here }: AskAddressProps) {
  const { channel, now, words, addressWords } = page
  const locale = useLocale()
  const isBusy = useNavigation().state !== 'idle'
  const asked = answer?.kind === 'ask' ? answer : null
  const typed = asked?.typed ?? (answer?.kind === 'unavailable' ? answer.typed : page.typed)
  return (
    <>
      {now ? (
        <p>
          <Filled sentence={words.now} values={{ address: <bdi dir="ltr">{now.shown}</bdi> }} />
        </p>
      ) : null}
      {asked?.minutes ? (
        <Note tone="bad">{fillPlural(addressWords.tooMany, asked.minutes, locale)}</Note>
      ) : null}
      <p className="mut">{words.intro}</p>
      <Form method="post" action={here} noValidate>
        <Field
          name="address"
          label={words.fresh[channel]}
          type={channel === 'mail' ? 'email' : 'tel'}
          autoComplete={channel === 'mail' ? 'email' : 'tel'}
          hint={channel === 'whatsapp' ? addressWords.phoneHint : undefined}
          maxLength={254}
          value={typed}
          problem={asked?.problem ? problemOf(asked.problem, page) : undefined}
          required
          ltr
        />
        <button type="submit" name="intent" value="ask" className="btn pri lg" disabled={isBusy}>
          {words.send}
        </button>
      </Form>
    </>
  )
}

type Problem = NonNullable<Extract<AddressAnswer, { kind: 'ask' }>['problem']>

function problemOf(problem: Problem, { words, addressWords }: AskAddressProps['page']): string {
  if (problem === 'same' || problem === 'sample' || problem === 'real') return words[problem]
  return addressWords.problems[problem]
}
