import { Link } from '@remix-run/react'
import { FoundText } from '~/app/components/found-text'
import { Icon } from '~/app/components/icon'
import { Fact, Ledger } from '~/app/components/ledger'
import { fill, fillPlural } from '~/app/i18n/fill'
import { formatDay, formatMoney } from '~/app/i18n/format'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import { amountAMonth } from '~/app/meeting-title'
import { isolated, partyName } from '~/app/party-name'
import type { MeetingParty } from '~/domain/meeting/meeting-view'
import { localized } from '~/domain/shared/locale'
import { money } from '~/domain/shared/money'
import type { MeetingPageData } from './load-meeting.server'
import { reasonText, useTimeIn } from './meeting-notes'

/** The two sides, the guest first as it asked. */
export function Parties({ page: { meeting, words } }: { page: MeetingPageData }) {
  const guestFirst = [...meeting.parties].sort(
    (a, b) => Number(a.side === 'host') - Number(b.side === 'host'),
  )
  return (
    <>
      <h2 className="vh">{words.parties.title}</h2>
      <div className="pair">
        {guestFirst.map((party) => (
          <Party
            key={party.organisationId}
            party={party}
            isMine={party.organisationId === meeting.myOrganisationId}
            words={words}
          />
        ))}
      </div>
    </>
  )
}

function Party({
  party,
  isMine,
  words,
}: {
  party: MeetingParty
  isMine: boolean
  words: MeetingPageData['words']
}) {
  const locale = useLocale()
  const { trade } = useWords()
  const to = useLocalePath()
  const said = words.parties
  const name = (locale === 'ar' && party.nameArabic) || party.name
  const speaks = party.languages?.map((language) => trade.language(language))
  const facts = [
    party.regency ? trade.regency(party.regency.code, party.regency.name) : null,
    speaks?.length ? speaks.join(locale === 'ar' ? '، ' : ', ') : null,
    party.kind === 'pesantren'
      ? fillPlural(said.representatives, party.representatives, locale)
      : party.personName,
  ].filter((fact) => fact !== null)
  return (
    <div>
      <span className="mut xs">
        {said[party.kind]}
        {isMine ? ` (${said.you})` : ''}
      </span>
      <br />
      <b>
        {party.boothSlug ? (
          <Link to={to(`/booths/${party.boothSlug}`)}>
            <bdi>{name}</bdi>
          </Link>
        ) : (
          <bdi>{name}</bdi>
        )}
      </b>
      {party.isVerified ? null : (
        <>
          {' '}
          <span className="tag warn">{said.notVerified}</span>
        </>
      )}
      {facts.map((fact) => (
        <span key={fact} className="mut fact">
          <bdi>{fact}</bdi>
        </span>
      ))}
    </div>
  )
}

/** Why they suit each other and what is missing, as it was when they agreed to meet. */
export function Why({ page: { reasons, words } }: { page: MeetingPageData }) {
  if (reasons.length === 0) return null
  return (
    <section>
      <h2>{words.why}</h2>
      <ul className="why stack">
        {reasons.map(({ tone, text }) => (
          <li key={text}>
            {tone === 'good' ? (
              <Icon name="check" className="ok-t" />
            ) : (
              <Icon name={tone === 'short' ? 'triangle-alert' : 'circle-dashed'} className="warn-t" />
            )}
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function NeedFacts({ page: { meeting, words, destination } }: { page: MeetingPageData }) {
  const locale = useLocale()
  const { trade } = useWords()
  const to = useLocalePath()
  const { agenda, product, language, needId, mySide } = meeting
  const said = words.facts
  const offered = localized(product?.name ?? agenda.productName, locale)
  return (
    <section>
      <h2>{said.title}</h2>
      <Ledger>
        <Fact label={said.goods}>
          <bdi>{agenda.productWords}</bdi>
        </Fact>
        {offered ? (
          <Fact label={said.offered}>
            {product ? (
              <Link to={to(`/products/${product.slug}`)}>
                <FoundText of={offered} />
              </Link>
            ) : (
              <FoundText of={offered} />
            )}
          </Fact>
        ) : null}
        <Fact label={said.volume}>
          {agenda.monthlyVolume !== null && agenda.unit
            ? amountAMonth(locale, agenda.monthlyVolume, agenda.unit)
            : null}
        </Fact>
        <Fact label={said.target}>
          {agenda.targetPriceMinor !== null && agenda.unit
            ? `${formatMoney(money(agenda.targetPriceMinor), locale)} ${trade.perUnit(agenda.unit)}`
            : null}
        </Fact>
        {agenda.requiredPapers.length > 0 ? (
          <Fact label={said.papers}>
            {agenda.requiredPapers
              .map((paper) => trade.certifications[paper])
              .join(locale === 'ar' ? '، ' : ', ')}
          </Fact>
        ) : null}
        <Fact label={said.destination}>{destination}</Fact>
        <Fact label={said.neededBy}>
          {agenda.neededBy ? formatDay(new Date(`${agenda.neededBy}T00:00:00Z`), locale) : null}
        </Fact>
        <Fact label={said.language}>{trade.language(language)}</Fact>
        {agenda.note ? (
          <Fact label={said.note}>
            <bdi className="text">{agenda.note}</bdi>
          </Fact>
        ) : null}
      </Ledger>
      {needId && mySide !== 'host' ? (
        <p>
          <Link to={to(`/needs/${needId}`)}>{said.openNeed}</Link>
        </p>
      ) : null}
    </section>
  )
}

/** The audit trail: who did what, when. */
export function History({ page: { meeting, words, reader } }: { page: MeetingPageData }) {
  const locale = useLocale()
  const timeIn = useTimeIn(reader.zone)
  const name = (said: string | null) => {
    const party = meeting.parties.find((one) => one.name === said)
    return party ? partyName(party, locale) : isolated(said ?? '', locale)
  }
  return (
    <details className="history">
      <summary>
        <Icon name="chevron-down" />
        {words.history}
      </summary>
      <ol>
        {meeting.events.map((event) => (
          <li key={event.id}>
            <span>
              {fill(words.events[event.kind], {
                name: name(event.organisationName),
                time: event.startsAt ? timeIn(event.startsAt) : '',
              })}
              {event.reason ? `. ${reasonText(event.reason, words.reasons, locale)}` : ''}
            </span>
            <time className="mut sm" dateTime={event.at.toISOString()}>
              {timeIn(event.at)}
            </time>
          </li>
        ))}
      </ol>
    </details>
  )
}
