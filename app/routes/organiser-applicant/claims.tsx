import { Form } from '@remix-run/react'
import { Field } from '~/app/components/field'
import { Icon } from '~/app/components/icon'
import { fill } from '~/app/i18n/fill'
import { useLocale } from '~/app/i18n/use-words'
import { isolated } from '~/app/party-name'
import type { Claim } from '~/domain/organisation/applicant-view'
import { TEXT_LENGTH } from '~/domain/organisation/said-text'
import type { ApplicantWords } from './applicant-words'
import type { Undecided } from './decide.server'
import { Reachable } from './people'

interface ClaimsProps {
  /** Of the organisation. */
  name: string
  claims: readonly Claim[]
  undecided: Undecided | null
  seen: number
  words: ApplicantWords
}

/** Who says that it is theirs: a yes makes them an owner. */
export function Claims({ name, claims, undecided, seen, words }: ClaimsProps) {
  const said = words.applicant
  const locale = useLocale()
  if (claims.length === 0) return null
  return (
    <section>
      <h2>{said.claims}</h2>
      <p className="mut">{fill(said.claimText, { name: isolated(name, locale) })}</p>
      <ul className="people">
        {claims.map((claim) => {
          const refused = undecided?.claim === claim.id ? undecided : null
          return (
            <li key={claim.id}>
              <Reachable contact={claim} words={words} />
              <p className="text">
                <span className="mut">{said.claimNote}: </span>
                {claim.note ? <bdi>{claim.note}</bdi> : said.noNote}
              </p>
              <Form method="post" className="stack">
                <input type="hidden" name="seen" value={seen} />
                <input type="hidden" name="claim" value={claim.id} />
                <button type="submit" name="intent" value="claim-approve" className="btn">
                  {said.approveClaim}
                </button>
              </Form>
              <details open={refused?.problem ? true : undefined}>
                <summary>
                  {said.rejectClaim}
                  <Icon name="chevron-down" />
                </summary>
                <Form method="post" className="stack" noValidate>
                  <input type="hidden" name="seen" value={seen} />
                  <input type="hidden" name="claim" value={claim.id} />
                  <Field
                    id={`claim-${claim.id}`}
                    name="text"
                    label={said.reason}
                    value={refused?.text ?? ''}
                    problem={refused?.problem ? words.textProblems[refused.problem] : undefined}
                    maxLength={TEXT_LENGTH}
                    rows={3}
                    required
                  />
                  <button type="submit" name="intent" value="claim-reject" className="btn danger">
                    {said.rejectClaim}
                  </button>
                </Form>
              </details>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
