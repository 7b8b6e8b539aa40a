import { Link } from '@remix-run/react'
import { capacityScale } from '~/app/components/capacity-bar'
import { Filled } from '~/app/components/filled'
import { Icon } from '~/app/components/icon'
import { NeedGoods } from '~/app/components/need-goods'
import { Pagination } from '~/app/components/pagination'
import { SampleTag } from '~/app/components/sample-tag'
import { TimeProblem } from '~/app/components/time-problem'
import { VerificationNote } from '~/app/components/verification-note'
import { ZoneNote } from '~/app/components/zone-note'
import { fillPlural } from '~/app/i18n/fill'
import { formatNumber } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import type { MatchWords } from '~/app/match-sentences'
import type { ReaderZone } from '~/app/reader-zone'
import type { RefusedTime } from '~/app/refused-time'
import type { MatchesView, MatchView, NeedView } from '~/domain/need/need-view'
import { LeftOut, NoMatch } from './left-out'
import { MatchGroup } from './match-group'
import { MatchRow } from './match-row'
import { NeedAside } from './need-aside'

interface MatchesPageProps {
  need: NeedView
  matches: MatchesView
  words: MatchWords
  reader: ReaderZone
  now: Date
  token: string
  refused: RefusedTime | null
  /** `verificationNote` */
  note?: { text: string; more: string } | null
  /** What the ways into the hall are called. */
  hallWords: Pick<PageWords['tours'], 'fromNeed' | 'asAisle'>
  /** Goods whose samples can be had. */
  samples: { slugs: string[]; label: string }
}

export function MatchesPage(props: MatchesPageProps) {
  const { need, matches, words, reader, now, token, refused, note = null, hallWords, samples } = props
  const to = useLocalePath()
  const { matches: rows, left, page, pages } = matches
  const isRefused = (match: MatchView) =>
    refused !== null && refused.booth === match.booth.slug && refused.product === match.productId
  const scale = capacityScale(rows, need.monthlyVolume)
  const offersTimes = rows.some(({ times }) => times.length > 0)
  // One filled button: the first time that is booked at once; none while a refusal is being told.
  const firstInstant = refused
    ? undefined
    : rows.find((row) => row.isInstant && row.times.length > 0 && !row.meeting)
  return (
    <main id="main" className="wrap matchg">
      <NeedAside need={need} words={words}>
        {offersTimes ? <ZoneNote reader={reader} now={now} words={words.zone} className="desk" /> : null}
      </NeedAside>
      <section aria-labelledby="matches-title">
        <div className="sec-h">
          <Heading need={need} total={matches.total} words={words} />
          {need.organisation.isSample ? (
            <span className="sp">
              <SampleTag />
            </span>
          ) : null}
        </div>
        <VerificationNote note={note} />
        {rows.length > 0 ? (
          <p className="row wrapx in-hall">
            <Link className="chip" to={to(`/hall?tour=need:${need.id}&stop=1`)}>
              <Icon name="footprints" />
              {hallWords.fromNeed}
            </Link>
            <Link className="chip" to={to(`/hall?aisle=need:${need.id}`)}>
              <Icon name="store" />
              {hallWords.asAisle}
            </Link>
          </p>
        ) : null}
        {matches.group ? <MatchGroup group={matches.group} need={need} words={words.group} /> : null}
        {rows.length > 0 ? (
          <>
            {offersTimes && need.isMine ? (
              <div className="how-times sm">
                <TapNote rows={rows} words={words} />
                <ZoneNote reader={reader} now={now} words={words.zone} className="phone" />
              </div>
            ) : null}
            {refused && !rows.some(isRefused) ? (
              <div className="refused">
                <TimeProblem refused={refused} zone={reader.zone} words={words}>
                  {words.times.gone}
                </TimeProblem>
                <Link to={to(`/needs/${need.id}/times/${refused.booth}`)}>{words.times.more}</Link>
              </div>
            ) : null}
            <ul>
              {rows.map((match, index) => (
                <MatchRow
                  key={match.productId}
                  need={need}
                  match={match}
                  refused={isRefused(match) ? refused : null}
                  zone={reader.zone}
                  words={words}
                  token={token}
                  filled={match === firstInstant}
                  scale={scale}
                  isFirst={index === 0}
                  eager={index < 4}
                  sample={samples.slugs.includes(match.productSlug) ? samples.label : null}
                />
              ))}
            </ul>
            <Pagination page={page} pages={pages} href={(n) => to(`/needs/${need.id}?page=${n}`)} />
            <LeftOut left={left} words={words} />
          </>
        ) : (
          <NoMatch need={need} left={left} words={words} />
        )}
      </section>
    </main>
  )
}

function Heading({ need, total, words }: { need: NeedView; total: number; words: MatchWords }) {
  const locale = useLocale()
  const { trade } = useWords()
  const sentence =
    total > 0
      ? fillPlural(words.heading, total, locale, { count: formatNumber(total, locale) })
      : words.headingNone
  return (
    <h1 id="matches-title">
      <Filled
        sentence={sentence}
        values={{
          amount: trade.amount(need.monthlyVolume, need.unit),
          goods: <NeedGoods words={need.productWords} lang={need.locale} />,
        }}
      />
    </h1>
  )
}

/** What a tap does: said once for the page, as far as its times need it. */
function TapNote({ rows, words }: { rows: readonly MatchView[]; words: MatchWords }) {
  const open = rows.filter(({ times, meeting }) => times.length > 0 && !meeting)
  const books = open.some(({ isInstant }) => isInstant)
  const asks = open.some(({ isInstant }) => !isInstant)
  if (!books && !asks) return null
  return (
    <p className="mut">
      {books ? words.tapBooks : null} {asks ? words.tapAsks : null}
    </p>
  )
}
