import { Form, Link } from '@remix-run/react'
import { FieldNotes } from '~/app/components/field'
import { SaidForm } from '~/app/components/said-form'
import { useLocalePath } from '~/app/i18n/use-words'
import type { DecisionKind, OrganisationFacts } from '~/domain/organisation/applicant-view'
import type { ApplicantWords } from './applicant-words'
import type { Undecided } from './decide.server'

interface DecisionsProps {
  applicant: {
    facts: OrganisationFacts
    decisions: readonly DecisionKind[]
    seen: number
    hasBooth: boolean
  }
  undecided: Undecided | null
  words: ApplicantWords
}

/** Approve, ask back, reject; of a verified pesantren, its booth. */
export function Decisions({
  applicant: { facts, decisions, seen, hasBooth },
  undecided,
  words,
}: DecisionsProps) {
  const said = words.applicant
  const to = useLocalePath()
  const refused = (intent: DecisionKind) =>
    undecided?.intent === intent && !undecided.isChanged ? undecided : null
  const asking = refused('ask-back')
  const rejecting = refused('reject')
  const { kind } = facts
  if (facts.verification === 'verified' && kind === 'pesantren') {
    return (
      <section className="stack">
        <h2>{said.decide}</h2>
        {hasBooth ? (
          <p>
            <Link className="btn line" to={to(`/booths/${facts.slug}`)}>
              {said.seeBooth}
            </Link>
          </p>
        ) : (
          <Form method="post" className="stack">
            <p className="mut">{said.noBooth}</p>
            <input type="hidden" name="seen" value={seen} />
            <button type="submit" name="intent" value="give-booth" className="btn">
              {said.giveBooth}
            </button>
          </Form>
        )}
      </section>
    )
  }
  if (decisions.length === 0 || kind === 'organiser') {
    return (
      <section>
        <h2>{said.decide}</h2>
        <p className="mut">{said.decided}</p>
      </section>
    )
  }
  return (
    <section className="stack decisions">
      <h2>{said.decide}</h2>
      {decisions.includes('approve') ? (
        <Form method="post" className="stack">
          <input type="hidden" name="seen" value={seen} />
          <p className="mut">{said.approveText[kind]}</p>
          <button type="submit" name="intent" value="approve" className="btn pri">
            {said.approve}
          </button>
        </Form>
      ) : null}
      {decisions.includes('ask-back') ? (
        <SaidForm
          summary={said.askBack}
          send={said.sendQuestion}
          intent="ask-back"
          hidden={{ seen }}
          id="field-question"
          label={said.question}
          hint={said.questionHint}
          refused={typed(asking, words)}
        />
      ) : null}
      {decisions.includes('reject') ? (
        <SaidForm
          summary={said.reject}
          send={said.rejectNow}
          intent="reject"
          hidden={{ seen }}
          id="field-reason"
          label={said.reason}
          hint={said.reasonHint}
          refused={typed(rejecting, words)}
          isGrave
        >
          <div className="fld">
            <label className="tick">
              <input
                type="checkbox"
                name="confirm"
                value="yes"
                required
                aria-describedby={rejecting?.isUnconfirmed ? 'field-confirm-problem' : undefined}
              />
              {said.confirmReject}
            </label>
            <FieldNotes
              id="field-confirm"
              problem={rejecting?.isUnconfirmed ? said.confirmMissing : undefined}
            />
          </div>
        </SaidForm>
      ) : null}
    </section>
  )
}

/** What was typed and refused, as its form shows it. */
const typed = (refused: Undecided | null, { textProblems }: ApplicantWords) =>
  refused && { text: refused.text, problem: refused.problem ? textProblems[refused.problem] : undefined }
