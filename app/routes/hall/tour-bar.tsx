import { Link, useNavigate } from '@remix-run/react'
import { useEffect } from 'react'
import { Icon } from '~/app/components/icon'
import { useHallStage, useStageState } from '~/app/hall-stage/use-hall-stage'
import { fill } from '~/app/i18n/fill'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { tourAddress } from '~/domain/hall/hall-query'
import type { Gathered } from './gathered'
import { useChoiceName } from './tour-names'

/** The sign of the stop, with the ways to the stop before and after: links that need neither script nor 3D. */
export function TourBar({ tour, stop }: { tour: Gathered; stop: number }) {
  const { booths, choice, words } = tour
  const locale = useLocale()
  const to = useLocalePath()
  const name = useChoiceName()
  const stops = booths.length
  const booth = booths[stop - 1]
  // The way back and the way on stay where they are on the first and the last stop: nobody's focus is lost.
  const address = (other: number) => to(tourAddress(choice, Math.min(stops, Math.max(1, other))))
  const [back, on] = [address(stop - 1), address(stop + 1)]
  useTourKeys(stop > 1 ? back : null, stop < stops ? on : null)
  if (!booth) return null
  const arabic = booth.nameArabic ? (
    <span className="ar" lang="ar" dir="rtl">
      {booth.nameArabic}
    </span>
  ) : null
  return (
    <nav className="tourbar" aria-label={name(tour)}>
      <Step to={back} rel="prev" label={words.previous} off={stop === 1} keys="P">
        <Icon name="chevron-left" />
      </Step>
      <Link className="of" to={to(`/booths/${booth.slug}`)} aria-label={`${words.openBooth}: ${booth.name}`}>
        <small>{fill(words.stop, { stop, stops })}</small>
        <b>
          {locale === 'ar' ? arabic : null}
          <bdi dir="ltr">{booth.name}</bdi>
          {locale === 'ar' ? null : arabic}
        </b>
      </Link>
      <Step to={on} rel="next" label={words.next} off={stop === stops} keys="N">
        <Icon name="chevron-right" />
      </Step>
      <Link className="btn sq" to={to('/hall')} aria-label={words.end} title={words.end}>
        <Icon name="x" />
      </Link>
      <span className="vh" id="tour-keys">
        {words.keys}
      </span>
    </nav>
  )
}

interface StepProps {
  to: string
  rel: 'prev' | 'next'
  label: string
  off: boolean
  keys: string
  children: React.ReactNode
}

function Step({ to, rel, label, off, keys, children }: StepProps) {
  return (
    <Link
      className="btn sq"
      to={to}
      rel={rel}
      replace={off}
      preventScrollReset
      aria-label={label}
      title={label}
      aria-disabled={off || undefined}
      aria-keyshortcuts={keys}
      aria-describedby="tour-keys"
    >
      {children}
    </Link>
  )
}

/** N and P, only while the canvas is focused. */
function useTourKeys(back: string | null, on: string | null): void {
  const stage = useHallStage()
  const { status } = useStageState()
  const navigate = useNavigate()
  useEffect(() => {
    const canvas = status === 'open' ? stage.canvasElement() : null
    if (!canvas) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      const address = event.code === 'KeyN' ? on : event.code === 'KeyP' ? back : null
      if (address) navigate(address, { preventScrollReset: true })
    }
    canvas.addEventListener('keydown', press)
    return () => canvas.removeEventListener('keydown', press)
  }, [status, stage, navigate, back, on])
}
