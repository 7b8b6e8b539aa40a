import { Icon } from '~/app/components/icon'
import { fill } from '~/app/i18n/fill'
import { formatNumber, formatShortDay, formatTime } from '~/app/i18n/format'
import { useLocale } from '~/app/i18n/use-words'
import type { Channel } from '~/domain/shared/message-enums'
import { CHANNELS } from '~/domain/shared/message-enums'
import type { MessagesPage } from './route'

/** How messages stand, and whether anything can go at all. */
export function MessageFigures({ page }: { page: MessagesPage }) {
  const { figures, channels, words, isSample } = page
  const locale = useLocale()
  const said = words.figures
  const rows = [
    { label: said.waiting, value: formatNumber(figures.waiting, locale) },
    { label: said.sentToday, value: formatNumber(figures.sentToday, locale) },
    { label: said.failed, value: formatNumber(figures.failed, locale), isBad: figures.failed > 0 },
    {
      label: said.people,
      value: fill(said.peopleOf, {
        count: formatNumber(figures.peopleToday, locale),
        limit: formatNumber(channels.whatsapp.dailyPeople, locale),
      }),
    },
  ]
  return (
    <div className="message-now">
      <section>
        <h2>{said.title}</h2>
        <dl className="ledger figures">
          {rows.map(({ label, value, isBad }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className={isBad ? 'bad-t' : undefined}>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{words.channelState.title}</h2>
        {isSample ? (
          <p className="mut">{words.channelState.sample}</p>
        ) : (
          <ul className="channel-states">
            {CHANNELS.map((channel) => (
              <ChannelState key={channel} channel={channel} page={page} />
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}

function ChannelState({ channel, page }: { channel: Channel; page: MessagesPage }) {
  const { channels, figures, words, zone } = page
  const locale = useLocale()
  const said = words.channelState
  const last = figures.last[channel]
  const time = last ? `${formatShortDay(last.at, locale, zone)} ${formatTime(last.at, locale, zone)}` : ''
  if (!channels[channel].isConfigured) {
    return (
      <li>
        <Icon name="circle-dashed" className="warn-t" />
        <span>
          <b>{words.channels[channel]}</b>{' '}
          {channel === 'whatsapp' ? said.notConfiguredWhatsapp : said.notConfiguredMail}
        </span>
      </li>
    )
  }
  if (last?.failure) {
    return (
      <li>
        <Icon name="triangle-alert" className="bad-t" />
        <span>
          <b>{words.channels[channel]}</b> {fill(said.failed, { time, reason: words.failures[last.failure] })}{' '}
          {last.serviceCode ? <bdi className="mut">{fill(said.code, { code: last.serviceCode })}</bdi> : null}
        </span>
      </li>
    )
  }
  return (
    <li>
      <Icon name="circle-check" className="ok-t" />
      <span>
        <b>{words.channels[channel]}</b> {last ? fill(said.works, { time }) : said.ready}
      </span>
    </li>
  )
}
