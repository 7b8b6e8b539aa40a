import { Fact, Ledger } from '~/app/components/ledger'
import { fill, fillPlural } from '~/app/i18n/fill'
import { useLocale } from '~/app/i18n/use-words'
import type { OpenTimesView } from '~/domain/meeting/open-times-view'
import { WEEKDAYS } from '~/domain/meeting/typed-open-times'
import { clockRange, longDay, type OpenTimesWords, whatDiffers } from './clock-words'
import { Outside } from './open-times-form'
import { Preview } from './preview'
import { consentText } from './setting-fields'

/** For members who only read: the same facts, without a form. */
export function OpenTimesRead({ view, words }: { view: OpenTimesView; words: OpenTimesWords }) {
  const locale = useLocale()
  const { fields } = view
  const minutes = (count: number) => fillPlural(words.how.minutes, count, locale)
  const kept = (isKept: boolean) => (isKept ? words.free.kept : words.free.notKept)
  return (
    <>
      <Outside view={view} words={words} />
      <div className="cols">
        <div className="fields">
          <section aria-labelledby="weekly">
            <h2 id="weekly">{words.weekly.title}</h2>
            <Ledger>
              {WEEKDAYS.map((weekday) => {
                const times = fields.weekly.filter((time) => time.weekday === weekday)
                return (
                  <Fact key={weekday} label={words.days[weekday]}>
                    {times.length === 0 ? (
                      <span className="mut">{words.weekly.closed}</span>
                    ) : (
                      times
                        .map(({ fromMinute, toMinute }) => clockRange(fromMinute, toMinute, locale))
                        .join(locale === 'ar' ? '، ' : ', ')
                    )}
                  </Fact>
                )
              })}
            </Ledger>
          </section>
          <section aria-labelledby="how">
            <h2 id="how">{words.how.title}</h2>
            <Ledger>
              <Fact label={words.how.length}>{minutes(fields.meetingMinutes)}</Fact>
              <Fact label={words.how.gap}>
                {fields.gapMinutes === 0 ? words.how.noGap : minutes(fields.gapMinutes)}
              </Fact>
              <Fact label={words.how.notice}>
                {fields.noticeHours === 0
                  ? words.how.anyTime
                  : fillPlural(words.how.hours, fields.noticeHours, locale)}
              </Fact>
              <Fact label={words.how.way}>{words.how.ways[fields.way]}</Fact>
              <Fact label={words.who.title}>
                {fields.representatives.map((name, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a representative's place is its number
                  <div key={at}>
                    <bdi>{name ?? fill(words.who.unnamed, { number: at + 1 })}</bdi>
                  </div>
                ))}
              </Fact>
              <Fact label={words.instant.title} note={consentText(view, words.instant, locale)}>
                {fields.isInstant ? words.instant.on : words.instant.off}
              </Fact>
              <Fact label={words.free.prayers}>{kept(fields.keepsPrayerTimes)}</Fact>
              <Fact label={words.free.holidays}>{kept(fields.keepsPublicHolidays)}</Fact>
            </Ledger>
          </section>
        </div>
        <aside>
          <Preview view={view} words={words} />
          <section aria-labelledby="differing" className="differing">
            <h2 id="differing">{words.exceptions.title}</h2>
            {view.exceptions.length === 0 ? (
              <p className="none mut">{words.exceptions.none}</p>
            ) : (
              <ul>
                {view.exceptions.map((exception) => (
                  <li key={exception.id}>
                    <span>
                      <b>{longDay(exception.day, locale)}</b>
                      {whatDiffers(exception, words.exceptions, locale)}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </section>
        </aside>
      </div>
    </>
  )
}
