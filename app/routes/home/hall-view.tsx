import { Link } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import { fill, fillPlural } from '~/app/i18n/fill'
import { formatNumber } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'

/** A still picture of the running hall (scripts/picture-hall.ts makes it) with the way in. */
export function HallView({
  words,
  booths,
  pavilions,
}: {
  words: PageWords['home']
  booths: number
  pavilions: number
}) {
  const locale = useLocale()
  const to = useLocalePath()
  const open = fill(words.hallText, {
    booths: fillPlural(words.boothCount, booths, locale, { count: formatNumber(booths, locale) }),
    pavilions: formatNumber(pavilions, locale),
  })
  return (
    <div className="view">
      <picture>
        <source media="(max-width: 899px)" srcSet="/images/hall-phone.webp" width={780} height={560} />
        <img
          src="/images/hall-wide.webp"
          alt={words.hallPicture}
          width={1200}
          height={780}
          decoding="async"
          {...{ fetchpriority: 'high' }}
        />
      </picture>
      <div className="cap">
        <span>
          <b>{words.hallTitle}</b>
          <span className="mut">{booths > 0 ? open : words.hallClosed}</span>
        </span>
        {booths > 0 ? (
          <Link className="btn" to={to('/hall')}>
            {words.walkIn}
            <Icon name="arrow-right" />
          </Link>
        ) : null}
      </div>
    </div>
  )
}
