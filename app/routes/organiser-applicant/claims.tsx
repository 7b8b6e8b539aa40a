import { Form } from '@remix-run/react'
import { SaidForm } from '~/app/components/said-form'
import { fill } from '~/app/i18n/fill'
import { useLocale } from '~/app/i18n/use-words'
import { isolated } from '~/app/party-name'
import type { Claim } from '~/domain/organisation/applicant-view'
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
              <SaidForm
                summary={said.rejectClaim}
                send={said.rejectClaim}
                intent="claim-reject"
                hidden={{ seen, claim: claim.id }}
                id={`claim-${claim.id}`}
                label={said.reason}
                refused={
                  refused?.problem
                    ? { text: refused.text, problem: words.textProblems[refused.problem] }
                    : null
                }
                isGrave
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
