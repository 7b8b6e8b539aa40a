import { Fact, Ledger } from '~/app/components/ledger'
import { fill } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'
import type { BoothMore as Said } from '~/domain/booth/booth-view'
import { videoHost } from '~/domain/booth/video-link'
import { openDays } from '~/domain/shared/opening-hours'

/** Address, opening hours and film of a booth that has told them; a film is a link, so nothing of it is loaded. */
export function BoothMore({ said, words }: { said: Said; words: PageWords['boothMore'] }) {
  const locale = useLocale()
  const { address, openingHours, videoUrl } = said
  const clock = (time: string) => (locale === 'id' ? time.replace(':', '.') : time)
  if (!address && !openingHours && !videoUrl) return null
  return (
    <Ledger>
      {address ? (
        <Fact label={words.address}>
          <bdi dir="auto">{address}</bdi>
        </Fact>
      ) : null}
      {openingHours ? (
        <Fact label={words.hours} note={words.zone}>
          {openDays(openingHours).map(({ from, to, spans }) => (
            <span key={from} style={{ display: 'block' }}>
              {from === to
                ? words.days[from]
                : fill(words.daysFromTo, { from: words.days[from], to: words.days[to] })}{' '}
              {spans.map((span) => (
                <bdi key={span.from} dir="ltr" style={{ display: 'inline-block', marginInlineEnd: '12px' }}>
                  {clock(span.from)}–{clock(span.to)}
                </bdi>
              ))}
            </span>
          ))}
        </Fact>
      ) : null}
      {videoUrl ? (
        <Fact label={words.video}>
          <a href={videoUrl} target="_blank" rel="noopener noreferrer nofollow">
            {fill(words.watch, { host: videoHost(videoUrl) ?? '' })}
          </a>
        </Fact>
      ) : null}
    </Ledger>
  )
}
