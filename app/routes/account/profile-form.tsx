import { Form, useNavigation } from '@remix-run/react'
import { Field, SelectField } from '~/app/components/field'
import type { PageWords } from '~/app/i18n/page-words.server'
import type { Profile } from '~/domain/account/profile.schema'
import type { AccountView } from '~/domain/account/read-account.server'
import { LOCALES, type Locale } from '~/domain/shared/locale'
import { CHANNELS } from '~/domain/shared/message-enums'
import type { AccountAnswer } from './act.server'

/** Each language in itself: whoever looks for theirs reads no other. */
const NAMES: Record<Locale, string> = { id: 'Bahasa Indonesia', en: 'English', ar: 'العربية' }

export function ProfileForm({
  account,
  answer,
  words,
}: {
  account: AccountView
  answer: AccountAnswer | null
  words: PageWords['me']
}) {
  const isBusy = useNavigation().state !== 'idle'
  const said = words.profile
  const problems = answer?.kind === 'profile' ? answer.problems : {}
  const typed = answer?.kind === 'profile' || answer?.kind === 'unavailable' ? answer.values : null
  const value = (name: keyof Profile) => typed?.[name] ?? account[name] ?? ''
  const problem = (name: keyof Profile) => {
    const code = problems[name]
    return code && said.problems[code]
  }
  return (
    <section>
      <h2>{said.title}</h2>
      <Form
        // Once saved it shows what was understood: a city's zone, a name without spaces around it.
        key={[account.name, account.locale, account.timeZone, account.preferredChannel].join('|')}
        method="post"
        noValidate
        preventScrollReset
        className="account-form"
      >
        <Field
          name="name"
          label={said.name}
          value={value('name')}
          problem={problem('name')}
          hint={said.nameHint}
          autoComplete="name"
          maxLength={100}
          required
        />
        <SelectField
          name="locale"
          label={said.language}
          value={value('locale')}
          problem={problem('locale')}
          options={LOCALES.map((locale) => ({ value: locale, label: NAMES[locale] }))}
        />
        <Field
          name="timeZone"
          label={said.zone}
          value={value('timeZone')}
          problem={problem('timeZone')}
          hint={said.zoneHint}
          maxLength={60}
          ltr
        />
        <SelectField
          name="preferredChannel"
          label={said.channel}
          value={value('preferredChannel')}
          problem={problem('preferredChannel')}
          options={CHANNELS.map((channel) => ({ value: channel, label: words.channels[channel] }))}
        />
        <button type="submit" name="intent" value="profile" className="btn pri" disabled={isBusy}>
          {said.save}
        </button>
      </Form>
    </section>
  )
}
