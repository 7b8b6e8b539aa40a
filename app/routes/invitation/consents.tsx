import { Link } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocalePath } from '~/app/i18n/use-words'
import type { ConsentKind } from '~/domain/shared/account-enums'
import '~/app/components/choice-rows.css'

/** What somebody new agrees to, in the words that are kept. */
export function Consents({
  words,
  consents,
  asked,
  agreed,
  isMissing,
}: {
  words: PageWords['team']['invitation']
  consents: PageWords['privacy']['consents']
  asked: readonly ConsentKind[]
  agreed: readonly ConsentKind[]
  isMissing: boolean
}) {
  const to = useLocalePath()
  return (
    <fieldset className="choice-rows consents">
      <legend className="lab">{words.agree}</legend>
      {asked.map((kind) => {
        const lacks = kind === 'privacy' && isMissing
        return (
          <div key={kind}>
            <label>
              <input
                type="checkbox"
                name="agree"
                value={kind}
                defaultChecked={agreed.includes(kind)}
                required={kind === 'privacy'}
                aria-invalid={lacks ? true : undefined}
                aria-describedby={lacks ? 'consent-problem' : undefined}
              />
              <span>
                {consents[kind]} <small>{kind === 'privacy' ? words.required : words.optional}</small>
              </span>
            </label>
            {lacks ? (
              <small className="msg" id="consent-problem">
                <Icon name="triangle-alert" />
                {words.consentMissing}
              </small>
            ) : null}
          </div>
        )
      })}
      <Link to={to('/privacy')}>{words.privacyMore}</Link>
    </fieldset>
  )
}
