import { Form, Link } from '@remix-run/react'
import { Filled } from '~/app/components/filled'
import { Icon } from '~/app/components/icon'
import { NeedGoods } from '~/app/components/need-goods'
import { Note } from '~/app/components/note'
import { SampleTag } from '~/app/components/sample-tag'
import { ShownTime, TimeButton } from '~/app/components/time-button'
import { TimeProblem } from '~/app/components/time-problem'
import { VerificationNote } from '~/app/components/verification-note'
import { ZoneNote } from '~/app/components/zone-note'
import { fill } from '~/app/i18n/fill'
import { formatOffset, formatShortDay, formatTime, formatWeekday } from '~/app/i18n/format'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import type { MatchWords } from '~/app/match-sentences'
import type { ReaderZone } from '~/app/reader-zone'
import type { RefusedTime } from '~/app/refused-time'
import { zoneName } from '~/app/zone-name'
import type { WeekOfTimes } from '~/domain/meeting/find-times.server'
import type { Slot } from '~/domain/meeting/slots'
import type { NeedView } from '~/domain/need/need-view'
import { type AskAnswer, AskForm } from './ask-form'

interface TimesPageProps {
  need: NeedView
  booth: { slug: string; name: string; nameArabic: string | null; isSample: boolean }
  week: WeekOfTimes
  /** Id of the product that it is about. */
  product: string | null
  words: MatchWords
  reader: ReaderZone
  now: Date
  token: string
  refused: RefusedTime | null
  ask: AskAnswer | null
  /** `verificationNote` */
  note?: { text: string; more: string } | null
}

export function TimesPage(props: TimesPageProps) {
  const { need, booth, week, product, words, reader, now, token, note = null } = props
  const locale = useLocale()
  const to = useLocalePath()
  const { trade } = useWords()
  const { meeting } = words
  const slots = week.days.flatMap(({ slots }) => slots)
  const isPublished = slots.length > 0 || week.previousFrom !== null || week.nextFrom !== null
  const isArabic = locale === 'ar' && booth.nameArabic !== null
  const name = isArabic ? (
    <bdi lang="ar">{booth.nameArabic}</bdi>
  ) : (
    <bdi lang="id" dir="ltr">
      {booth.name}
    </bdi>
  )
  return (
    <main id="main" className="wrap need-times">
      <p className="crumb">
        <Link to={to(`/needs/${need.id}`)}>
          <Icon name="arrow-left" /> {meeting.back}
        </Link>
      </p>
      <div className="sec-h">
        <h1>
          <Filled sentence={meeting.title} values={{ booth: name }} />
        </h1>
        {booth.isSample ? (
          <span className="sp">
            <SampleTag />
          </span>
        ) : null}
      </div>
      <p className="mut about">
        <Filled
          sentence={meeting.about}
          values={{
            amount: trade.amount(need.monthlyVolume, need.unit),
            goods: <NeedGoods words={need.productWords} lang={need.locale} />,
          }}
        />
      </p>
      <VerificationNote note={note} />
      {need.state === 'closed' ? (
        <p className="note">
          {words.closed} <Link to={to(`/needs/${need.id}/edit`)}>{words.reopen}</Link>
        </p>
      ) : (
        <div className="times-and-ask">
          <section>
            {week.existing ? (
              <Note>
                <b>{meeting.existing}</b>
                <p>
                  {fill(words.times[week.existing.state], {
                    time: `\u2068${formatShortDay(week.existing.startsAt, locale, reader.zone)}${locale === 'ar' ? '،' : ','} ${formatTime(week.existing.startsAt, locale, reader.zone)}\u2069`,
                  })}
                  {'. '}
                  <Link to={to(`/meetings/${week.existing.id}`)}>{words.times.seeMeeting}</Link>
                </p>
              </Note>
            ) : null}
            {isPublished ? (
              <Week {...props} slots={slots} />
            ) : (
              <div className="stack">
                <h2>{meeting.nonePublished}</h2>
                <p>{meeting.nonePublishedText}</p>
              </div>
            )}
          </section>
          <section aria-labelledby="ask-title" id="ask">
            <h2 id="ask-title">{meeting.askTitle}</h2>
            <p className="sm mut">{meeting.askText}</p>
            <AskForm
              answer={props.ask}
              zone={reader.zone}
              zoneLabel={`\u2068${zoneName(reader.zone)}\u2069 (\u2066${formatOffset(now, reader.zone)}\u2069)`}
              product={product}
              token={token}
              today={isoDay(now, reader.zone)}
              exampleDay={isoDay(new Date(now.getTime() + 7 * 86_400_000), reader.zone)}
              filled={!isPublished}
              words={words}
            />
          </section>
        </div>
      )}
    </main>
  )
}

function Week({
  need,
  booth,
  week,
  product,
  words,
  reader,
  now,
  token,
  refused,
  slots,
}: TimesPageProps & { slots: readonly Slot[] }) {
  const locale = useLocale()
  const to = useLocalePath()
  const { meeting } = words
  const page = (from: string) => {
    const query = new URLSearchParams({ from, ...(product && { product }) })
    return to(`/needs/${need.id}/times/${booth.slug}?${query}`)
  }
  // The days of the booth's zone, at noon: the week is named by its own calendar.
  const [first, last] = [week.days[0], week.days.at(-1)].map((day) =>
    day ? formatShortDay(new Date(`${day.day}T12:00:00Z`), locale, 'UTC') : '',
  )
  const gone = refused?.startsAt.getTime()
  const shown = [...slots.filter(({ startsAt }) => startsAt.getTime() !== gone)]
  if (refused && refused.kind !== 'wait') shown.push({ startsAt: refused.startsAt, endsAt: refused.startsAt })
  const days = byDay(shown, (at) => formatWeekday(at, locale, reader.zone))
  return (
    <>
      <div className="week">
        <h2>{fill(meeting.week, { range: `\u2068${first} – ${last}\u2069` })}</h2>
        <nav aria-label={meeting.weeks}>
          {week.previousFrom ? (
            <Link className="btn line s" rel="prev" to={page(week.previousFrom)}>
              <Icon name="chevron-left" />
              {meeting.previous}
            </Link>
          ) : null}
          {week.nextFrom ? (
            <Link className="btn line s" rel="next" to={page(week.nextFrom)}>
              {meeting.next}
              <Icon name="chevron-right" />
            </Link>
          ) : null}
        </nav>
      </div>
      <p className="sm">{week.isInstant ? meeting.instant : meeting.request}</p>
      <ZoneNote reader={reader} now={now} words={{ ...words.zone, kept: meeting.kept }} />
      {refused ? <TimeProblem refused={refused} zone={reader.zone} words={words} /> : null}
      {days.length === 0 ? <p className="none">{meeting.noneThisWeek}</p> : null}
      <Form method="post">
        <input type="hidden" name="intent" value="meet" />
        <input type="hidden" name="booth" value={booth.slug} />
        <input type="hidden" name="product" value={product ?? ''} />
        <input type="hidden" name="token" value={token} />
        {days.map(({ day, slots }) => (
          <section className="day" key={day}>
            <h3>{day}</h3>
            <div className="times">
              {slots.map(({ startsAt }) => {
                const time = { startsAt, zone: reader.zone, words: words.times, withDay: false }
                return startsAt.getTime() === gone ? (
                  <ShownTime key={gone} taken {...time} />
                ) : (
                  <TimeButton
                    key={startsAt.toISOString()}
                    {...time}
                    asks={!week.isInstant}
                    booth={booth.name}
                  />
                )
              })}
            </div>
          </section>
        ))}
      </Form>
    </>
  )
}

/** Times in their order under the reader's days, each day named by `name`. */
function byDay(slots: readonly Slot[], name: (at: Date) => string): { day: string; slots: Slot[] }[] {
  const days = new Map<string, Slot[]>()
  for (const slot of [...slots].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    const day = name(slot.startsAt)
    days.set(day, [...(days.get(day) ?? []), slot])
  }
  return Array.from(days, ([day, slots]) => ({ day, slots }))
}

/** The ISO date of an instant in a zone. */
function isoDay(at: Date, timeZone: string): string {
  // Sweden writes its dates so.
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at)
}
