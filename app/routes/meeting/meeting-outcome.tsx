import { Fact, Ledger } from '~/app/components/ledger'
import { OutcomeForm, Promised } from '~/app/components/outcome-form'
import { fill } from '~/app/i18n/fill'
import { formatDay } from '~/app/i18n/format'
import { useLocale } from '~/app/i18n/use-words'
import { partyName } from '~/app/party-name'
import { type OutcomeProblems, type OutcomeValues, outcomeValues } from '~/domain/meeting/outcome.schema'
import type { MeetingPageData } from './load-meeting.server'

export interface OutcomeAnswer {
  values: OutcomeValues
  problems: OutcomeProblems
  isStale: boolean
}

/** After the time: what came of it. Each side its own words; the organiser reads both. */
export function MeetingOutcome({ page, answer }: { page: MeetingPageData; answer: OutcomeAnswer | null }) {
  const { meeting, words } = page
  const locale = useLocale()
  const said = words.outcome
  const mayTell = meeting.actions.includes('tell-outcome')
  const own = meeting.outcomes.find(({ side }) => side === meeting.mySide) ?? null
  if (!mayTell && meeting.outcomes.length === 0) {
    return meeting.mySide === null && meeting.isOver && meeting.state !== 'requested' ? (
      <section>
        <p className="mut">{said.notTold}</p>
      </section>
    ) : null
  }
  const form = mayTell ? (
    <OutcomeForm
      words={said}
      values={answer?.values ?? outcomeValues(own, locale)}
      version={own?.version ?? null}
      problems={answer?.problems ?? {}}
      isStale={answer?.isStale ?? false}
    />
  ) : null
  return (
    <section className="outcome" id="outcome">
      <h2>{meeting.outcomes.length > 0 ? said.kind : said.title}</h2>
      {meeting.outcomes.map((outcome) => {
        const party = meeting.parties.find(({ side }) => side === outcome.side)
        return (
          <div key={outcome.side} className="told">
            <p className="sm mut">
              {outcome.side === meeting.mySide || !party
                ? said.told
                : fill(said.toldBy, { name: partyName(party, locale) })}
            </p>
            <Ledger>
              <Fact label={said.kind}>{said.kinds[outcome.kind]}</Fact>
              {outcome.promisedMinor === null ? null : (
                <Fact label={said.value}>
                  <Promised minor={outcome.promisedMinor} words={said} />
                </Fact>
              )}
              {outcome.nextStep ? (
                <Fact
                  label={said.nextStep}
                  note={
                    outcome.nextStepOn
                      ? formatDay(new Date(`${outcome.nextStepOn}T00:00:00Z`), locale)
                      : undefined
                  }
                >
                  <bdi>{outcome.nextStep}</bdi>
                </Fact>
              ) : outcome.nextStepOn ? (
                <Fact label={said.nextStepOn}>
                  {formatDay(new Date(`${outcome.nextStepOn}T00:00:00Z`), locale)}
                </Fact>
              ) : null}
            </Ledger>
          </div>
        )
      })}
      {form && own ? (
        <details className="answer-panel" open={answer !== null}>
          <summary className="btn">{said.edit}</summary>
          {form}
        </details>
      ) : (
        form
      )}
      {mayTell ? <p className="sm mut">{said.lead}</p> : null}
    </section>
  )
}
